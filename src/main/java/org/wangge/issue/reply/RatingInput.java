package org.wangge.issue.reply;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;

/// How content somebody is (好差评): 5 very, 4, 3 on the whole, 2 not, 1 not at all.
public record RatingInput(
        int score,
        boolean isResolved,
        @Nullable List<RatingReason> reasons,
        @Nullable String comment) {
    static final int BEST = 5;
    static final int WORST = 1;
    /// From here down it has to be said why.
    static final int NOT_CONTENT = 2;

    public RatingInput {
        reasons = reasons == null ? null : reasons.stream().distinct().toList();
    }

    /// Whether it says why.
    public boolean isReasoned() {
        return reasons != null && !reasons.isEmpty() || comment != null && !comment.isBlank();
    }

    Problems problems(String path) {
        return new Problems()
                .check(score >= WORST && score <= BEST, path + ".score", ProblemCode.OUT_OF_RANGE, WORST, BEST)
                .check(score > NOT_CONTENT || isReasoned(), path + ".reasons", ProblemCode.REQUIRED)
                .text(path + ".comment", comment, 0, Problems.REMARK);
    }
}
