package org.wangge.project;

import java.util.UUID;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;

/// How content somebody is with what was built, from 1 to 5.
public record RateProjectInput(UUID key, ProjectId projectId, int score) {
    private static final int BEST = 5;

    Problems problems() {
        return new Problems().check(score >= 1 && score <= BEST, "score", ProblemCode.OUT_OF_RANGE, 1, BEST);
    }
}
