package org.wangge.issue.clock;

/// There was nothing to do after all: others did it, or are at it. The transaction is undone, so that
/// its key is still good for the next time.
final class Silence extends RuntimeException {
    private static final long serialVersionUID = 1;

    Silence() {
        super("nothing to do", null, false, false);
    }
}
