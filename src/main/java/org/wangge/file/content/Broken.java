package org.wangge.file.content;

import java.io.IOException;

/// The file is not whole, or not what its first bytes promise.
final class Broken extends IOException {
    private static final long serialVersionUID = 1L;

    Broken(String what) {
        super(what);
    }
}
