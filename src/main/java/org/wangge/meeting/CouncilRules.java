package org.wangge.meeting;

import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;

/// By which rules a council deliberates.
///
/// @param quorum of those who sit in it and vote: so many must be present
/// @param threshold of those present: so many votes carry
/// @param noticeDays how long before it meets it is told what about, in full days
public record CouncilRules(Share quorum, Share threshold, VoteBy voteBy, int noticeDays) {
    /// What holds where people meet without a council.
    public static final CouncilRules USUAL =
            new CouncilRules(new Share(1, 2, false), new Share(1, 2, true), VoteBy.PERSON, 3);

    private static final int LONGEST_NOTICE = 30;

    void addTo(Problems problems) {
        quorum.addTo(problems, "rules.quorum");
        threshold.addTo(problems, "rules.threshold");
        problems.check(
                noticeDays >= 1 && noticeDays <= LONGEST_NOTICE,
                "rules.noticeDays",
                ProblemCode.OUT_OF_RANGE,
                1,
                LONGEST_NOTICE);
    }
}
