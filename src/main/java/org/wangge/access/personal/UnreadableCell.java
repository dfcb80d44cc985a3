package org.wangge.access.personal;

/// A sealed value that does not open: it was changed, stands in another place, or its key is not here.
public final class UnreadableCell extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableCell(CellPlace place, String reason) {
        super("The value in " + place + " does not open: " + reason);
    }
}
