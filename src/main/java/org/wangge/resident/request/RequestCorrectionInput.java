package org.wangge.resident.request;

import java.time.LocalDate;
import java.util.HexFormat;
import java.util.UUID;
import org.wangge.access.personal.Keyring;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.resident.IdDocumentType;
import org.wangge.resident.correction.RecordField;

/// Which fact of one's own record is wrong, and what is right.
public record RequestCorrectionInput(
        UUID key, RecordField field, String proposed, IdDocumentType idDocumentType, String reason) {
    private static final int LONGEST = 200;

    Proposal proposal() {
        return new Proposal(field, proposed, idDocumentType);
    }

    /// @throws org.wangge.refusal.Refused INPUT_REJECTED
    void check(LocalDate today) {
        new Problems()
                .text("proposed", proposed, 1, LONGEST)
                .text("reason", reason, 1, Problems.REMARK)
                .refuseIfAny();
        proposal()
                .facts()
                .orElseThrow(() -> Problems.single("proposed", ProblemCode.MALFORMED))
                .problems(today, any -> "proposed")
                .refuseIfAny();
    }

    /// What tells this command from another, without the value in clear.
    String fingerprint(Keyring keyring) {
        var index = keyring.index("record_request.proposed", proposed);
        return String.join("|", field.name(), HexFormat.of().formatHex(index), idDocumentType.name(), reason);
    }

    @Override
    public String toString() {
        return "request to correct " + proposal();
    }
}
