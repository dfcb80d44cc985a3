package org.wangge.transport.socket;

/// Whatever was being done, the socket must be closed.
final class Closed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Closing closing;

    Closed(Closing closing) {
        super(closing.reason(), null, false, false);
        this.closing = closing;
    }

    Closing closing() {
        return closing;
    }
}
