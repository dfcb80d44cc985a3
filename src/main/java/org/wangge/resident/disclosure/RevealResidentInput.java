package org.wangge.resident.disclosure;

import java.beans.ConstructorProperties;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.graphql.GlobalId;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.resident.DisclosurePurpose;
import org.wangge.resident.ResidentId;

/// Which values of whom somebody wants to see, and why.
///
/// @param serves the input's `for`, which Java keeps for itself
public record RevealResidentInput(
        UUID key,
        ResidentId residentId,
        List<PersonalField> fields,
        DisclosurePurpose purpose,
        String note,
        @Nullable String serves) {
    private static final int SHORTEST_NOTE = 5;

    @ConstructorProperties({"key", "residentId", "fields", "purpose", "note", "for"})
    public RevealResidentInput {
        fields = fields.stream().distinct().sorted().toList();
    }

    /// @throws org.wangge.refusal.Refused INPUT_REJECTED
    void check() {
        note(new Problems(), "note", note)
                .check(!fields.isEmpty(), "fields", ProblemCode.REQUIRED)
                .check(serves != null || purpose != DisclosurePurpose.ISSUE, "for", ProblemCode.REQUIRED)
                .check(serves == null || GlobalId.typeOf(serves) != null, "for", ProblemCode.UNKNOWN)
                .refuseIfAny();
    }

    static Problems note(Problems problems, String path, String note) {
        return problems.text(path, note, SHORTEST_NOTE, Problems.REMARK);
    }
}
