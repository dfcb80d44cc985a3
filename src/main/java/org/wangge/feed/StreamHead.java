package org.wangge.feed;

import org.wangge.grid.GridKey;

/// How far a stream has come, and after which event it is still kept.
record StreamHead(int no, GridKey gridKey, int epoch, long n, long keptAfter) {
    Position position() {
        return new Position(epoch, n);
    }
}
