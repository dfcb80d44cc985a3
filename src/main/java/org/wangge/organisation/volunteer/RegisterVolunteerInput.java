package org.wangge.organisation.volunteer;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Personal;
import org.wangge.grid.GridId;
import org.wangge.personnel.MemberId;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.resident.ResidentId;

/// Somebody whom staff register as a volunteer: a resident, a member, or another by their name.
public record RegisterVolunteerInput(
        UUID key,
        GridId gridId,
        @Nullable ResidentId residentId,
        @Nullable MemberId memberId,
        @Nullable String name,
        List<String> skills) {
    static final int LONGEST_NAME = 50;
    private static final int MOST_SKILLS = 10;
    private static final int LONGEST_SKILL = 30;

    public RegisterVolunteerInput {
        skills = List.copyOf(skills);
    }

    Problems problems() {
        var named =
                Stream.of(residentId, memberId, name).filter(Objects::nonNull).count();
        return skills(skills, new Problems())
                .check(named == 1, "name", named == 0 ? ProblemCode.REQUIRED : ProblemCode.CONTRADICTS, "residentId")
                .text("name", name, name == null ? 0 : 1, LONGEST_NAME);
    }

    static Problems skills(List<String> skills, Problems problems) {
        problems.check(skills.size() <= MOST_SKILLS, "skills", ProblemCode.TOO_LONG, MOST_SKILLS, skills.size());
        for (int i = 0; i < skills.size(); i++) {
            problems.text("skills[" + i + "]", skills.get(i), 1, LONGEST_SKILL);
        }
        return problems;
    }

    /// Masked: inputs get into logs and hashes.
    @Override
    public String toString() {
        return gridId + " " + residentId + ' ' + memberId + ' ' + (name == null ? "" : Personal.name(name)) + ' '
                + skills;
    }
}
