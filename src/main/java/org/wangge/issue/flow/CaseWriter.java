package org.wangge.issue.flow;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Rows;
import org.wangge.issue.Issue;
import org.wangge.issue.Move;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import reactor.core.publisher.Mono;

/// Writes an issue after its move, with the lines of its timeline.
@Component
class CaseWriter {
    private final DatabaseClient database;
    private final Clock clock;

    CaseWriter(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// The issue is locked, so it still has the version it was read with; the statement holds to it all the same.
    Mono<Void> save(Course course, @Nullable Instant deviceAt) {
        return (course.isNumbered() ? numbered(course) : Mono.<String>empty())
                .singleOptional()
                .flatMap(number -> update(course, number.orElse(null)))
                .then(journal(course, deviceAt));
    }

    private Mono<Void> update(Course course, @Nullable String caseNo) {
        var issue = course.issue();
        return database.sql("""
                        update issue
                        set case_no = coalesce(case_no, :caseNo), type = :type, category_id = :category,
                            urgency = :urgency, level = :level, confidentiality = :confidentiality, status = :status,
                            grid_id = :grid, grid_key = :gridKey, round = :round, lead_member_id = :lead, department_id = :department, hands = :hands,
                            outcome = :outcome, reject_reason = :rejectReason, merged_into = :mergedInto,
                            accepted_at = :acceptedAt, closed_at = :closedAt, updated_at = :updatedAt,
                            first_contact_at = case when :round = round then
                              coalesce(first_contact_at, (
                                select min(e.at) from issue_evidence e
                                where e.issue_id = issue.id and e.round = issue.round and e.kind = 'PERSON')) end,
                            cause = coalesce((
                              select e.cause from issue_evidence e
                              where e.issue_id = issue.id and e.kind = 'ANALYSIS' and e.cause is not null
                              order by e.at desc limit 1), cause),
                            next_due_at = (
                              select min(c.due_at) from issue_clock c where c.issue_id = issue.id and c.is_running),
                            last_seq = :version, version = :version
                        where id = :id and version = :was""")
                .bind("id", issue.uuid())
                .bind("was", course.file().issue().version())
                .bind("caseNo", Rows.orNull(caseNo, String.class))
                .bind("type", issue.type().name())
                .bind("category", issue.categoryId().value())
                .bind("urgency", issue.urgency().name())
                .bind("level", issue.level().name())
                .bind("confidentiality", issue.confidentiality().name())
                .bind("status", issue.status().name())
                .bind("grid", issue.gridId().value())
                .bind("gridKey", issue.gridKey().path())
                .bind("round", issue.round())
                .bind(
                        "lead",
                        Rows.orNull(
                                issue.leadId() == null ? null : issue.leadId().value(), UUID.class))
                .bind(
                        "department",
                        Rows.orNull(
                                issue.departmentId() == null
                                        ? null
                                        : issue.departmentId().value(),
                                UUID.class))
                .bind("hands", course.hands().toArray(UUID[]::new))
                .bind("outcome", Rows.orNull(name(issue.outcome()), String.class))
                .bind("rejectReason", Rows.orNull(name(issue.rejectReason()), String.class))
                .bind(
                        "mergedInto",
                        Rows.orNull(
                                issue.mergedInto() == null
                                        ? null
                                        : issue.mergedInto().value(),
                                UUID.class))
                .bind("acceptedAt", Rows.orNull(issue.acceptedAt(), Instant.class))
                .bind("closedAt", Rows.orNull(issue.closedAt(), Instant.class))
                .bind("updatedAt", issue.updatedAt())
                .bind("version", issue.version())
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new Fault(FaultCode.UNAVAILABLE)))
                .then();
    }

    private Mono<Void> journal(Course course, @Nullable Instant deviceAt) {
        var entries = course.entries();
        return database.sql("""
                        insert into issue_timeline (issue_id, seq, move, round, acted_as, from_status, to_status, note,
                                                    actor, at, device_at)
                        select :id, seq, move, round, acted_as, from_status, to_status, note, :actor, :now, :deviceAt
                        from unnest(:seqs::int[], :moves::text[], :rounds::int[], :parties::text[], :froms::text[],
                                    :tos::text[], :notes::text[])
                             as entry (seq, move, round, acted_as, from_status, to_status, note)""")
                .bind("id", course.issue().uuid())
                .bind("actor", course.by())
                .bind("now", course.now())
                .bind("deviceAt", Rows.orNull(deviceAt, Instant.class))
                .bind("seqs", array(entries, Entry::seq, Integer[]::new))
                .bind("moves", array(entries, entry -> entry.move().name(), String[]::new))
                .bind("rounds", array(entries, Entry::round, Integer[]::new))
                .bind("parties", array(entries, entry -> entry.as().name(), String[]::new))
                .bind("froms", array(entries, entry -> entry.from().name(), String[]::new))
                .bind("tos", array(entries, entry -> entry.to().name(), String[]::new))
                .bind("notes", array(entries, Entry::note, String[]::new))
                .then();
    }

    /// The code of the subdistrict, the day, and the count of that day: `510199001` 20260302 0001.
    private Mono<String> numbered(Course course) {
        var day = LocalDate.ofInstant(course.now(), clock.getZone());
        return database.sql("""
                        with counted as (
                          insert into case_number as c (stream_no, day, n)
                          values (:stream, :day, 1)
                          on conflict (stream_no, day) do update set n = c.n + 1
                          returning stream_no, n
                        )
                        select left(g.code, 9) || to_char(:day::date, 'YYYYMMDD') || lpad(counted.n::text, greatest(4,
                               length(counted.n::text)), '0') as number
                        from counted join stream s on s.no = counted.stream_no join grid g on g.id = s.grid_id""")
                .bind("stream", course.known().stream())
                .bind("day", day)
                .map(row -> Rows.text(row, "number"))
                .one();
    }

    /// A part, filed at once: its report and its acceptance are its first two lines.
    Mono<Void> insertPart(Issue part, Issue whole, int number, String trackingCode, String actor, Instant now) {
        return database.sql("""
                        with whole as (select * from issue where id = :whole), part as (
                          insert into issue (id, tracking_code, case_no, type, category_id, title, description, source,
                                             urgency, level, confidentiality, status, grid_id, grid_key,
                                             reported_grid_key, location, place, reporter, on_behalf_of, parent_id,
                                             occurred_at, reported_at, accepted_at, updated_at, last_seq, version)
                          select :id, :code, whole.case_no || '-' || :number, whole.type, :category, :title,
                                 :description, whole.source, whole.urgency, :level, whole.confidentiality, 'ACCEPTED',
                                 :grid, :gridKey, :gridKey, whole.location, whole.place, whole.reporter,
                                 whole.on_behalf_of, whole.id, whole.occurred_at, :now, :now, :now, 2, 2
                          from whole
                          returning id
                        )
                        insert into issue_timeline (issue_id, seq, move, from_status, to_status, actor, acted_as, at)
                        select part.id, line.seq, line.move, line.from_status, line.to_status, :actor, 'DISPATCH', :now
                        from part, (values (1, :report, null, 'REPORTED'), (2, :accept, 'REPORTED', 'ACCEPTED'))
                                   as line (seq, move, from_status, to_status)""")
                .bind("whole", whole.uuid())
                .bind("id", part.uuid())
                .bind("code", trackingCode)
                .bind("number", number)
                .bind("category", part.categoryId().value())
                .bind("title", part.title())
                .bind("description", part.description())
                .bind("level", part.level().name())
                .bind("grid", part.gridId().value())
                .bind("gridKey", part.gridKey().path())
                .bind("actor", actor)
                .bind("now", now)
                .bind("report", Move.REPORT.name())
                .bind("accept", Move.ACCEPT.name())
                .then();
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static <T> @Nullable T[] array(
            List<Entry> entries, Function<Entry, @Nullable T> value, IntFunction<@Nullable T[]> array) {
        return entries.stream().map(value).toArray(array);
    }
}
