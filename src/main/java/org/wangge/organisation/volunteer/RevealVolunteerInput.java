package org.wangge.organisation.volunteer;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.resident.DisclosurePurpose;

/// Whose name somebody has to know, and why.
record RevealVolunteerInput(UUID key, VolunteerId volunteerId, DisclosurePurpose purpose, String note) {
    private static final int SHORTEST_NOTE = 5;
    private static final Set<DisclosurePurpose> PURPOSES = EnumSet.of(
            DisclosurePurpose.VOLUNTEERING,
            DisclosurePurpose.CORRECTION,
            DisclosurePurpose.EMERGENCY,
            DisclosurePurpose.OFFICIAL_REQUEST,
            DisclosurePurpose.OWN_RECORD);

    /// @throws org.wangge.refusal.Refused INPUT_REJECTED
    void check() {
        new Problems()
                .text("note", note, SHORTEST_NOTE, Problems.REMARK)
                .check(PURPOSES.contains(purpose), "purpose", ProblemCode.NOT_ALLOWED, allowed())
                .refuseIfAny();
    }

    private static String allowed() {
        return PURPOSES.stream().map(Enum::name).collect(Collectors.joining(", "));
    }
}
