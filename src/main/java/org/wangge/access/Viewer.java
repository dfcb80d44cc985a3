package org.wangge.access;

import org.wangge.grid.Scope;

/// Who asks: a stable name for the journal, and the part of the tree they may see. Made once per
/// request and handed on as a parameter.
///
/// There is no sign-in yet, and the server listens on the loopback address only: everybody is the
/// operator of this machine, who sees the whole tree.
public record Viewer(String actor, Scope scope) {
    public static final Viewer OPERATOR = new Viewer("operator", Scope.everywhere());
}
