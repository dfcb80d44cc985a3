package org.wangge.transport;

/// Trusted documents that cannot be read, or do not go together.
final class WrongManifest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongManifest(String message) {
        super(message);
    }
}
