package org.wangge.meeting.session;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wangge.graphql.Batch;
import org.wangge.graphql.page.Conditions;
import org.wangge.grid.GridId;
import org.wangge.meeting.CouncilId;

/// Which meetings a list holds; what is null does not limit.
record MeetingFilter(
        @Nullable GridId within,
        @Nullable CouncilId councilId,
        @Nullable List<MeetingType> type,
        @Nullable List<MeetingStatus> status,
        @Nullable Instant startsFrom,
        @Nullable Instant startsBefore) {
    static final MeetingFilter NONE = new MeetingFilter(null, null, null, null, null, null);

    /// Of `meeting m`.
    Conditions of(Conditions where) {
        if (councilId != null) {
            where.and("m.council_id = :council", "council", councilId.value());
        }
        if (type != null) {
            where.and("m.type = any(:types)", "types", Batch.names(type));
        }
        if (status != null) {
            where.and("m.status = any(:statuses)", "statuses", Batch.names(status));
        }
        if (startsFrom != null) {
            where.and("m.starts_at >= :startsFrom", "startsFrom", startsFrom);
        }
        if (startsBefore != null) {
            where.and("m.starts_at < :startsBefore", "startsBefore", startsBefore);
        }
        return where;
    }
}
