package org.wangge.meeting;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.refusal.Problems;

/// What a council is called from now on, and by which rules it deliberates; what is null stays.
record ChangeCouncilInput(
        UUID key,
        CouncilId councilId,
        int expectedVersion,
        @Nullable String name,
        @Nullable String purpose,
        @Nullable CouncilRules rules) {
    /// @throws org.wangge.refusal.Refused INPUT_REJECTED
    void check() {
        var problems = new Problems().text("purpose", purpose, 0, Problems.REMARK);
        if (name != null) {
            problems.text("name", name, 2, FoundCouncilInput.LONGEST_NAME);
        }
        if (rules != null) {
            rules.addTo(problems);
        }
        problems.refuseIfAny();
    }

    Council of(Council council) {
        return new Council(
                council.id(),
                council.gridId(),
                council.gridKey(),
                name == null ? council.name() : name.strip(),
                purpose == null ? council.purpose() : purpose.strip(),
                rules == null ? council.rules() : rules,
                council.foundedAt(),
                council.dissolvedAt(),
                council.dissolveReason(),
                council.version());
    }
}
