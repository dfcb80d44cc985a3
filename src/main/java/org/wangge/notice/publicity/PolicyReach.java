package org.wangge.notice.publicity;

import org.wangge.grid.GridId;

/// How many of a grid and all below a notice reached (触达).
///
/// @param offlineCount of those not reached yet, who have no account: somebody has to tell them
record PolicyReach(GridId gridId, int addressedCount, int readCount, int toldCount, int offlineCount) {
    public int unreachedCount() {
        return addressedCount - readCount - toldCount;
    }
}
