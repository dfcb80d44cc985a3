package org.wangge.meeting.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Rows;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import reactor.core.publisher.Mono;

/// Writes how a meeting goes on. Each is for a meeting that is locked; the statements hold to its version
/// all the same.
@Component
class MeetingSteps {
    private final DatabaseClient database;

    MeetingSteps(DatabaseClient database) {
        this.database = database;
    }

    Mono<Meeting> change(Meeting meeting, Plan plan) {
        return written(
                step("""
                        title = :title, place = :place, is_public = :isPublic, starts_at = :startsAt,
                        ends_at = :endsAt""")
                        .bind("title", plan.title().strip())
                        .bind("place", plan.place().strip())
                        .bind("isPublic", plan.isPublic())
                        .bind("startsAt", plan.startsAt())
                        .bind("endsAt", plan.endsAt()),
                meeting);
    }

    Mono<Meeting> notice(Meeting meeting, String content, @Nullable String reason, String code, Instant at) {
        return written(
                step("""
                        status = 'NOTICED', content = :content, emergency_reason = :reason, sign_in_code = :code,
                        noticed_at = :at""")
                        .bind("content", content)
                        .bind("reason", Rows.orNull(reason, String.class))
                        .bind("code", code)
                        .bind("at", at),
                meeting);
    }

    Mono<Meeting> open(Meeting meeting, int seats, Instant at) {
        return written(
                step("status = 'IN_SESSION', seat_count = :seats, opened_at = coalesce(m.opened_at, :at)")
                        .bind("seats", seats)
                        .bind("at", at),
                meeting);
    }

    Mono<Meeting> adjourn(Meeting meeting, Instant at) {
        return written(step("status = 'ADJOURNED', adjourned_at = :at").bind("at", at), meeting);
    }

    Mono<Meeting> close(Meeting meeting, String minutes, Instant at) {
        return written(
                step("status = 'CLOSED', minutes = :minutes, closed_at = :at")
                        .bind("minutes", minutes)
                        .bind("at", at),
                meeting);
    }

    Mono<Meeting> cancel(Meeting meeting, String reason) {
        return written(step("status = 'CANCELLED', cancel_reason = :reason").bind("reason", reason), meeting);
    }

    /// Something of it changed that stands elsewhere.
    Mono<Meeting> touch(Meeting meeting) {
        return written(step("status = m.status"), meeting);
    }

    private GenericExecuteSpec step(String set) {
        return database.sql("update meeting m set " + set
                + ", version = m.version + 1\nwhere m.id = :id and m.version = :version\nreturning "
                + Meetings.COLUMNS);
    }

    private static Mono<Meeting> written(GenericExecuteSpec step, Meeting meeting) {
        return step.bind("id", meeting.id().value())
                .bind("version", meeting.version())
                .map(Meetings::row)
                .one()
                .switchIfEmpty(Mono.error(() -> new Fault(FaultCode.UNAVAILABLE)));
    }
}
