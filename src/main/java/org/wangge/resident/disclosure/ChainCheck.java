package org.wangge.resident.disclosure;

import org.jspecify.annotations.Nullable;

/// What a walk along the log found. The last hash is worth writing down elsewhere: whoever can change
/// the whole log can also compute all its hashes anew, but not what was written down.
public record ChainCheck(int rows, @Nullable ChainBreak firstBroken, String lastHash) {
    public boolean intact() {
        return firstBroken == null;
    }
}
