package org.wangge.resident.disclosure;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.resident.DisclosurePurpose;

/// Whom somebody looks for by a whole number, and why.
public record SearchResidentInput(UUID key, Number by, DisclosurePurpose purpose, String note) {
    private static final int LONGEST_NUMBER = 64;

    /// Exactly one of these; neither is ever written down.
    public record Number(
            @Nullable String idDocument, @Nullable String phone) {
        Sought sought() {
            return phone == null
                    ? new Sought(PersonalField.ID_DOCUMENT, String.valueOf(idDocument))
                    : new Sought(PersonalField.PHONE, phone);
        }

        @Override
        public String toString() {
            return sought().toString();
        }
    }

    /// @throws org.wangge.refusal.Refused INPUT_REJECTED
    void check() {
        var path = by.phone() == null ? "by.idDocument" : "by.phone";
        RevealResidentInput.note(new Problems(), "note", note)
                .text(path, by.sought().number(), 1, LONGEST_NUMBER)
                .check(purpose != DisclosurePurpose.OWN_RECORD, "purpose", ProblemCode.OUT_OF_RANGE)
                .refuseIfAny();
    }

    /// What tells this command from another, with a print of the number in its place.
    String with(String print) {
        return String.join("|", print, purpose.name(), note);
    }
}
