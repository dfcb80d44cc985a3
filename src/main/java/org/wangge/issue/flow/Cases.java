package org.wangge.issue.flow;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.access.Viewer;
import org.wangge.graphql.Rows;
import org.wangge.graphql.page.Conditions;
import org.wangge.issue.Issue;
import org.wangge.issue.IssueId;
import org.wangge.issue.IssueSight;
import org.wangge.issue.IssueStatus;
import org.wangge.issue.Issues;
import org.wangge.issue.TrackingCode;
import org.wangge.issue.clock.Clocks;
import org.wangge.issue.evidence.Evidences;
import reactor.core.publisher.Mono;

/// Case files from the database.
@Component
class Cases {
    /// Of `issue i`: what its next move depends on, in the round it is in.
    private static final String CIRCUMSTANCES = """
            , i.reporter,
            (select no from stream s where starts_with(i.grid_key, s.grid_key)) as stream_no,
            (select department_id from member where id = :member) as my_department,
            array(select actor from issue_timeline t
                  where t.issue_id = i.id and t.round = i.round and t.acted_as in ('LEAD', 'CO_HANDLER')
                  union
                  select actor from issue part join issue_timeline t on t.issue_id = part.id
                  where part.parent_id = i.id and t.acted_as in ('LEAD', 'CO_HANDLER')) as handlers,
            (select no from issue_extension x
             where x.issue_id = i.id and x.round = i.round and x.decided_at is null limit 1) as extension_asked,
            (select requested_until from issue_extension x
             where x.issue_id = i.id and x.round = i.round and x.decided_at is null limit 1) as extension_until,
            (select count(*)::int from issue_extension x
             where x.issue_id = i.id and x.round = i.round and x.is_granted) as extensions_granted,
            (select no from issue_pause p
             where p.issue_id = i.id and p.round = i.round and p.decided_at is null limit 1) as pause_asked,
            (select no from issue_pause p
             where p.issue_id = i.id and p.round = i.round and p.is_agreed and p.ended_at is null limit 1) as pause_open,
            (select kind from issue_pause p
             where p.issue_id = i.id and p.round = i.round and p.is_agreed and p.ended_at is null limit 1) as pause_kind,
            (select count(*)::int from issue_pause p
             where p.issue_id = i.id and p.round = i.round and p.kind = 'WAIT_REPORTER') as questions,
            (select count(*)::int from issue_timeline t
             where t.issue_id = i.id and t.move = 'REOPEN' and t.acted_as = 'REPORTER') as reopenings,
            exists (select from issue_timeline t
                    where t.issue_id = i.id and t.move = 'OBJECT_REJECTION') as is_objected,
            (select at from issue_timeline t
             where t.issue_id = i.id and t.move = 'REJECT' order by seq desc limit 1) as rejected_at,
            (select actor from issue_timeline t
             where t.issue_id = i.id and t.move = 'REJECT' order by seq desc limit 1) as rejected_by,
            (select at from issue_timeline t
             where t.issue_id = i.id and t.move = 'URGE' and t.actor = :actor order by seq desc limit 1) as urged_at,
            exists (select from issue_timeline t
                    where t.issue_id = i.id and t.move = 'VERIFY' and t.seq > (
                      select max(s.seq) from issue_timeline s
                      where s.issue_id = i.id and s.move = 'SUBMIT_RESULT')) as is_verifying,
            (select count(*)::int from issue part where part.parent_id = i.id) as parts,
            (select count(*)::int from issue part where part.parent_id = i.id and part.is_open) as open_parts,
            (select merged_at from issue_merge m
             where m.issue_id = i.id and m.unmerged_at is null order by no desc limit 1) as merged_at,
            (select status_before from issue_merge m
             where m.issue_id = i.id and m.unmerged_at is null order by no desc limit 1) as merged_from,
            (select lead_before from issue_merge m
             where m.issue_id = i.id and m.unmerged_at is null order by no desc limit 1) as lead_before,
            (select count(*)::int from issue other where other.merged_into = i.id) as joined,
            exists (select from issue whole where whole.id = i.parent_id and not whole.is_open) as is_whole_ended,
            exists (select from issue_rating r where r.issue_id = i.id and r.round = i.round) as is_rated,
            (select count(*)::int from issue_callback c where c.issue_id = i.id and c.round = i.round) as callbacks,
            (select max(at) from issue_callback c where c.issue_id = i.id and c.round = i.round) as called_back_at,
            exists (select from issue_whistle_response w join member m on m.department_id = w.department_id
                    where w.issue_id = i.id and w.round = i.round and w.responded_at is null and m.id = :member) as called,
            exists (select from issue_reply_draft d where d.issue_id = i.id and d.round = i.round) as is_drafted,
            (select array[whole.case_no, whole.lead_member_id::text, whole.department_id::text] from issue whole
             where whole.id = i.parent_id and whole.is_open
               and not exists (select from issue other
                               where other.parent_id = whole.id and other.id <> i.id and other.is_open)) as waiting,
            (select coalesce(max(no), 0) from issue_pause p
             where p.issue_id = i.id and p.round = i.round) as last_pause,
            (select coalesce(max(no), 0) from issue_extension x
             where x.issue_id = i.id and x.round = i.round) as last_extension,
            (select coalesce(max(no), 0) from issue_supervision v
             where v.issue_id = i.id and v.round = i.round) as last_supervision,
            (select coalesce(max(no), 0) from issue_escalation e
             where e.issue_id = i.id and e.round = i.round) as last_escalation,
            (select coalesce(max(no), 0) from issue_merge m where m.issue_id = i.id) as last_merge""";

    private static final UUID NOBODY = new UUID(0, 0);

    private final DatabaseClient database;
    private final WorkOrders orders;
    private final Clocks clocks;
    private final Evidences evidences;

    Cases(DatabaseClient database, WorkOrders orders, Clocks clocks, Evidences evidences) {
        this.database = database;
        this.orders = orders;
        this.clocks = clocks;
        this.evidences = evidences;
    }

    private record Head(Issue issue, String reporter, Circumstances circumstances) {}

    /// The file of an issue in sight, or one whose code was shown; locked until the transaction ends.
    Mono<CaseFile> open(IssueId id, @Nullable String trackingCode, Viewer viewer) {
        var where = sight(trackingCode, viewer).and("i.id = :id", "id", id.value());
        return select(where, "\nfor update of i", viewer).flatMap(this::file);
    }

    /// The file of an issue that the viewer has found, only to look at.
    Mono<CaseFile> read(IssueId id, Viewer viewer) {
        var where = new Conditions().and("i.id = :id", "id", id.value());
        return select(where, "", viewer).flatMap(this::file);
    }

    /// Locks an issue that [#open] would find, and gives its version. To be called first: what a
    /// statement reads beside the row it waits for, it reads as it was before it waited.
    Mono<Integer> lock(IssueId id, @Nullable String trackingCode, Viewer viewer) {
        var where = sight(trackingCode, viewer).and("i.id = :id", "id", id.value());
        return where.bind(database.sql("select i.version from issue i" + where.sql() + "\nfor update of i"))
                .map(row -> Rows.number(row, "version"))
                .one();
    }

    /// Locks several in the order of their ids, so that two who merge crosswise wait for each other
    /// instead of for ever.
    Mono<Long> lock(Set<UUID> ids) {
        return database.sql("select id from issue where id = any(:ids) order by id for update")
                .bind("ids", ids.toArray(UUID[]::new))
                .fetch()
                .all()
                .count();
    }

    private static Conditions sight(@Nullable String trackingCode, Viewer viewer) {
        if (viewer.equals(Actor.TIMER)) {
            return new Conditions();
        }
        return trackingCode == null
                ? IssueSight.of(viewer).issues()
                : new Conditions().and("i.tracking_code = :code", "code", TrackingCode.read(trackingCode));
    }

    private Mono<Head> select(Conditions where, String lock, Viewer viewer) {
        var text = "select " + Issues.COLUMNS + CIRCUMSTANCES + "\nfrom issue i" + where.sql() + lock;
        return where.bind(database.sql(text))
                .bind("member", viewer.memberId() == null ? NOBODY : viewer.memberId())
                .bind("actor", viewer.actor())
                .map(Cases::head)
                .one();
    }

    private Mono<CaseFile> file(Head head) {
        var id = head.issue().id();
        var round = head.issue().round();
        return orders.of(id, round)
                .collectList()
                .zipWhen(found -> clocks.of(id, round).collectList())
                .zipWhen(found -> evidences.of(id, round))
                .zipWhen(found -> evidences.waived(id, round))
                .map(all -> new CaseFile(
                        head.issue(),
                        head.reporter(),
                        head.circumstances(),
                        all.getT1().getT1().getT1(),
                        all.getT1().getT1().getT2(),
                        all.getT1().getT2(),
                        all.getT2()));
    }

    private static Head head(Readable row) {
        return new Head(Issues.row(row), Rows.text(row, "reporter"), circumstances(row));
    }

    private static Circumstances.Waiting waiting(@Nullable String[] whole) {
        return new Circumstances.Waiting(
                Objects.requireNonNull(whole[0]),
                whole[1] == null ? null : UUID.fromString(whole[1]),
                whole[2] == null ? null : UUID.fromString(whole[2]));
    }

    private static Circumstances circumstances(Readable row) {
        return new Circumstances(
                Rows.number(row, "stream_no"),
                row.get("my_department", UUID.class),
                Set.copyOf(Arrays.asList(Rows.get(row, "handlers", String[].class))),
                row.get("extension_asked", Integer.class),
                Rows.number(row, "extensions_granted"),
                row.get("extension_until", Instant.class),
                row.get("pause_asked", Integer.class),
                row.get("pause_open", Integer.class),
                Rows.mapped(row, "pause_kind", String.class, PauseKind::valueOf),
                Rows.number(row, "questions"),
                Rows.number(row, "reopenings"),
                Rows.get(row, "is_objected", Boolean.class),
                row.get("rejected_at", Instant.class),
                row.get("rejected_by", String.class),
                row.get("urged_at", Instant.class),
                Rows.get(row, "is_verifying", Boolean.class),
                Rows.number(row, "parts"),
                Rows.number(row, "open_parts"),
                row.get("merged_at", Instant.class),
                Rows.mapped(row, "merged_from", String.class, IssueStatus::valueOf),
                row.get("lead_before", UUID.class),
                Rows.number(row, "joined"),
                Rows.get(row, "is_whole_ended", Boolean.class),
                Rows.get(row, "is_rated", Boolean.class),
                Rows.number(row, "callbacks"),
                row.get("called_back_at", Instant.class),
                Rows.get(row, "called", Boolean.class),
                Rows.get(row, "is_drafted", Boolean.class),
                Rows.mapped(row, "waiting", String[].class, Cases::waiting),
                new Circumstances.LastNumbers(
                        Rows.number(row, "last_pause"),
                        Rows.number(row, "last_extension"),
                        Rows.number(row, "last_supervision"),
                        Rows.number(row, "last_escalation"),
                        Rows.number(row, "last_merge")));
    }
}
