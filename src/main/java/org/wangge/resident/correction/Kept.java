package org.wangge.resident.correction;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.graphql.Rows;
import org.wangge.grid.GridKey;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.refusal.Refusal;
import org.wangge.refusal.Refused;
import org.wangge.resident.IdDocument;
import org.wangge.resident.Sex;

/// A record as it stands before a change, masked.
public record Kept(
        UUID residentId, GridKey gridKey, int version, LocalDate birthOn, Sex sex, Map<RecordField, String> masks) {
    static final String COLUMNS = """
            r.id, r.grid_key, r.version, r.birth_on, r.sex, r.name_mask, r.id_document_mask, r.phone_mask,
            r.residency, r.relation""";
    /// Which needs somebody had is nobody's business once they have others.
    static final String NEEDS = "*";

    public Kept {
        masks = Map.copyOf(masks);
    }

    static Kept row(Readable row) {
        Map<RecordField, String> masks = new EnumMap<>(RecordField.class);
        put(masks, RecordField.NAME, row.get("name_mask", String.class));
        put(masks, RecordField.ID_DOCUMENT, row.get("id_document_mask", String.class));
        put(masks, RecordField.PHONE, row.get("phone_mask", String.class));
        put(masks, RecordField.RESIDENCY, row.get("residency", String.class));
        put(masks, RecordField.RELATION, row.get("relation", String.class));
        put(masks, RecordField.CARE_NEEDS, NEEDS);
        return new Kept(
                Rows.uuid(row, "id"),
                new GridKey(Rows.text(row, "grid_key")),
                Rows.number(row, "version"),
                Rows.get(row, "birth_on", LocalDate.class),
                Rows.constant(row, "sex", Sex.class),
                masks);
    }

    /// @throws Refused STALE_VERSION
    void requireVersion(int expected) {
        if (version != expected) {
            throw new Refused(new Refusal.StaleVersion(expected, version));
        }
    }

    /// @throws Refused INPUT_REJECTED when the document cannot be of this resident
    void requireAgreement(@Nullable IdDocument document, String path) {
        if (document != null && !document.agreesWith(birthOn, sex)) {
            throw Problems.single(path, ProblemCode.CONTRADICTS, birthOn + " " + sex);
        }
    }

    private static void put(Map<RecordField, String> masks, RecordField field, @Nullable String mask) {
        if (mask != null) {
            masks.put(field, mask);
        }
    }
}
