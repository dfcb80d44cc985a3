package org.wangge.meeting.ballot;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wangge.meeting.Share;

/// What was counted when a ballot closed.
///
/// @param tallies the votes of each option, in their order
/// @param whole of which the threshold is a part
/// @param needed so many votes carry
/// @param isQuorate whether enough took part
/// @param carriedNo the option that carried, from 1 on; null when none did
record Count(
        List<Integer> tallies,
        int voted,
        int whole,
        int needed,
        boolean isQuorate,
        @Nullable Integer carriedNo) {
    Count {
        tallies = List.copyOf(tallies);
    }

    /// An option carries when it has the votes that are needed and no other has as many.
    static Count of(List<Integer> tallies, int whole, Share threshold, boolean isQuorate) {
        var voted = tallies.stream().mapToInt(Integer::intValue).sum();
        var needed = Math.max(1, threshold.needed(whole));
        var most = tallies.stream().mapToInt(Integer::intValue).max().orElse(0);
        var isAlone = tallies.stream().filter(one -> one == most).count() == 1;
        var carried = isQuorate && isAlone && most >= needed ? tallies.indexOf(most) + 1 : null;
        return new Count(tallies, voted, whole, needed, isQuorate, carried);
    }
}
