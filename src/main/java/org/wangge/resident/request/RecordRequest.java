package org.wangge.resident.request;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Personal;
import org.wangge.graphql.Rows;
import org.wangge.resident.ResidentId;
import org.wangge.resident.correction.RecordField;

/// What a resident asks about their own record (个人信息更正、删除申请), and what was decided.
///
/// @param proposed what should stand there, masked; null for a deletion
public record RecordRequest(
        RecordRequestId id,
        ResidentId residentId,
        UUID accountId,
        RequestKind kind,
        @Nullable RecordField field,
        @Nullable Personal proposed,
        String reason,
        Instant requestedAt,
        RequestState state,
        @Nullable String answer,
        @Nullable Instant decidedAt,
        @Nullable UUID decidedMember,
        int version) {
    static final String COLUMNS = """
            q.id, q.resident_id, q.account_id, q.kind, q.field, q.proposed_mask, q.reason, q.requested_at, q.state,
            q.answer, q.decided_at, q.decided_member, q.version""";

    static RecordRequest row(Readable row) {
        return new RecordRequest(
                new RecordRequestId(Rows.uuid(row, "id")),
                new ResidentId(Rows.uuid(row, "resident_id")),
                Rows.uuid(row, "account_id"),
                Rows.constant(row, "kind", RequestKind.class),
                Rows.mapped(row, "field", String.class, RecordField::valueOf),
                Rows.mapped(row, "proposed_mask", String.class, mask -> Personal.masked(mask, "request")),
                Rows.text(row, "reason"),
                Rows.get(row, "requested_at", Instant.class),
                Rows.constant(row, "state", RequestState.class),
                row.get("answer", String.class),
                row.get("decided_at", Instant.class),
                row.get("decided_member", UUID.class),
                Rows.number(row, "version"));
    }
}
