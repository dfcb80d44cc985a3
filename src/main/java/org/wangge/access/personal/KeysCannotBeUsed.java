package org.wangge.access.personal;

/// The keys of personal values are not there or do not fit; the server must not start, and a person
/// has to do something.
public final class KeysCannotBeUsed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String action;

    KeysCannotBeUsed(String description, String action) {
        super(description);
        this.action = action;
    }

    String action() {
        return action;
    }
}
