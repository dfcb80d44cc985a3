package org.wangge.meeting;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.grid.GridId;
import org.wangge.refusal.Problems;

/// A council for a grid.
record FoundCouncilInput(
        UUID key,
        @Nullable UUID id,
        GridId gridId,
        String name,
        @Nullable String purpose,
        CouncilRules rules) {
    static final int LONGEST_NAME = 50;

    Problems problems() {
        var problems = new Problems().text("name", name, 2, LONGEST_NAME).text("purpose", purpose, 0, Problems.REMARK);
        rules.addTo(problems);
        return problems;
    }
}
