package org.wangge.issue.clock;

/// A notice of holidays (放假安排通知) that cannot be what the State Council wrote; the server does not
/// start with it, since due points would be wrong in silence.
final class WrongNotice extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String file;

    WrongNotice(String file, int line, String reason) {
        super(file + ", line " + line + ": " + reason);
        this.file = file;
    }

    WrongNotice(String file, String reason) {
        super(file + ": " + reason);
        this.file = file;
    }

    String file() {
        return file;
    }
}
