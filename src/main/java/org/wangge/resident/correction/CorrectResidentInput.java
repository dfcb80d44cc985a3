package org.wangge.resident.correction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.access.personal.Keyring;
import org.wangge.refusal.ProblemCode;
import org.wangge.resident.CareNeed;
import org.wangge.resident.FamilyRelation;
import org.wangge.resident.IdDocument;
import org.wangge.resident.IdDocumentType;
import org.wangge.resident.Residency;
import org.wangge.resident.ResidentId;

/// What is wrong in whose record, and from where that is known. Only what is given changes.
public record CorrectResidentInput(
        UUID key,
        ResidentId residentId,
        int expectedVersion,
        @Nullable String name,
        @Nullable String idDocument,
        IdDocumentType idDocumentType,
        @Nullable String phone,
        @Nullable Residency residency,
        @Nullable FamilyRelation relation,
        @Nullable List<CareNeed> careNeeds,
        String source,
        @Nullable Instant verifiedAt) {
    Facts facts() {
        var document = idDocument == null ? null : new IdDocument(idDocumentType, idDocument);
        return new Facts(name, document, phone, residency, relation, careNeeds);
    }

    Verification verification() {
        return new Verification(residentId, expectedVersion, source, verifiedAt);
    }

    /// @throws org.wangge.refusal.Refused INPUT_REJECTED
    void check(Instant now, LocalDate today) {
        verification()
                .check(facts().problems(today, CorrectResidentInput::path), now)
                .check(!facts().isEmpty(), "input", ProblemCode.REQUIRED)
                .refuseIfAny();
    }

    static String path(RecordField field) {
        return switch (field) {
            case ID_DOCUMENT -> "idDocument";
            case CARE_NEEDS -> "careNeeds";
            case NAME, PHONE, RESIDENCY, RELATION -> field.name().toLowerCase(Locale.ROOT);
        };
    }

    /// What tells this command from another, without a value in clear.
    String fingerprint(Keyring keyring) {
        return verification() + "|" + facts().fingerprint(keyring);
    }

    @Override
    public String toString() {
        return "correction of " + residentId;
    }
}
