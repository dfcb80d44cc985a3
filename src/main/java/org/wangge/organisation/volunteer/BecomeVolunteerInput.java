package org.wangge.organisation.volunteer;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Personal;
import org.wangge.access.Viewer;
import org.wangge.grid.GridId;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;

/// Somebody who wants to help. Whoever is not in the ledger or the teams says a name.
public record BecomeVolunteerInput(
        UUID key, GridId gridId, @Nullable String name, List<String> skills) {
    public BecomeVolunteerInput {
        skills = List.copyOf(skills);
    }

    Problems problems(Viewer viewer) {
        var isKnown = viewer.residentId() != null || viewer.memberId() != null;
        return RegisterVolunteerInput.skills(skills, new Problems())
                .check(isKnown || name != null, "name", ProblemCode.REQUIRED)
                .text("name", name, name == null ? 0 : 1, RegisterVolunteerInput.LONGEST_NAME);
    }

    /// Masked: inputs get into logs and hashes.
    @Override
    public String toString() {
        return gridId + " " + (name == null ? "" : Personal.name(name)) + ' ' + skills;
    }
}
