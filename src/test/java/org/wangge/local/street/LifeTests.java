package org.wangge.local.street;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wangge.local.street.LoadedStreet.count;
import static org.wangge.local.street.LoadedStreet.rows;

import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wangge.issue.IssueStatus;
import org.wangge.issue.IssueType;
import org.wangge.issue.Move;
import org.wangge.issue.Party;
import org.wangge.issue.evidence.EvidencePolicy;

/// What stands beside the issues of the loaded street: the invariants of the seven steps, as queries.
class LifeTests {
    private static final String END = "timestamptz '2026-08-01 00:00+08'";

    @Test
    void moveAsTheTableAllows() throws SQLException {
        for (var line : rows("select distinct move, from_status, to_status from issue_timeline")) {
            var words = line.split(" ");
            var from = words[1].equals("null") ? null : IssueStatus.valueOf(words[1]);

            assertThat(Move.valueOf(words[0]).leads(from, IssueStatus.valueOf(words[2])))
                    .as(line)
                    .isTrue();
        }
    }

    @Test
    void areMovedByThoseWhoMay() throws SQLException {
        for (var line : rows("""
                select distinct t.move, t.from_status, t.acted_as
                from issue_timeline t
                join issue_timeline before on before.issue_id = t.issue_id and before.seq = t.seq - 1
                where before.at < t.at
                  and not exists (select from issue_timeline next
                                  where next.issue_id = t.issue_id and next.seq = t.seq + 1 and next.at = t.at)""")) {
            var words = line.split(" ");

            assertThat(Move.valueOf(words[0]).who(IssueStatus.valueOf(words[1])))
                    .as(line)
                    .contains(Party.valueOf(words[2]));
        }
    }

    @Test
    void haveLivesOfAllKinds() throws SQLException {
        var moves = rows("select move from issue_timeline group by move having count(*) >= 10");

        assertThat(moves)
                .contains("REJECT", "OBJECT_REJECTION", "MERGE", "WITHDRAW", "RETURN", "RULE_RETURN", "REOPEN")
                .contains("REQUEST_INFO", "GIVE_INFO", "REQUEST_SUSPENSION", "DECIDE_SUSPENSION", "RESUME")
                .contains("REQUEST_EXTENSION", "DECIDE_EXTENSION", "URGE", "SUPERVISE", "ESCALATE")
                .contains("RATE", "RECORD_CALLBACK", "VERIFY", "EVALUATE");
        assertThat(count("issue where round = 2")).isGreaterThan(100);
    }

    @Test
    void areClosedWithEverythingShownAndAccepted() throws SQLException {
        for (var type : IssueType.values()) {
            for (var kind : EvidencePolicy.required(type)) {
                assertThat(count("""
                                issue_timeline t join issue i on i.id = t.issue_id
                                where t.move = 'CLOSE' and i.type = '%s'
                                  and not exists (
                                    select from issue_evidence e
                                    where e.issue_id = t.issue_id and e.round = t.round and e.kind = '%s' and e.is_accepted)
                                """.formatted(type, kind)))
                        .as(type + " " + kind)
                        .isZero();
            }
        }
        assertThat(count("issue where status in ('CLOSED', 'EVALUATED') and (outcome is null or closed_at is null)"))
                .isZero();
    }

    @Test
    void areClosedWithOneReplyInEachRound() throws SQLException {
        assertThat(count("""
                issue_timeline t
                where t.move = 'CLOSE'
                  and 1 <> (select count(*) from issue_reply r
                            where r.issue_id = t.issue_id and r.round = t.round and r.sent_at = t.at
                              and r.kind in ('FINAL', 'DIRECT'))
                """)).isZero();
        assertThat(count("issue_timeline t where t.move = 'REJECT' and not exists (select from issue_reply r"
                        + " where r.issue_id = t.issue_id and r.kind = 'REJECTION' and r.sent_at = t.at)"))
                .isZero();
        assertThat(count("issue_reply where length(measures) < 10 or length(result) < 2"))
                .isZero();
    }

    @Test
    void areNeverJudgedByWhoHandledThem() throws SQLException {
        assertThat(count("""
                issue_timeline t
                join issue_timeline handled on handled.issue_id = t.issue_id and handled.round = t.round
                where t.acted_as in ('SUPERVISION', 'DUTY_COMMANDER') and handled.acted_as = 'LEAD'
                  and handled.actor = t.actor and handled.seq < t.seq
                """)).isZero();
    }

    @Test
    void areInHandExactlyWhileSomebodyHandlesThem() throws SQLException {
        assertThat(count("""
                issue i
                where (i.status in ('DISPATCHED', 'IN_PROGRESS', 'HANDLED', 'SUSPENDED'))
                   <> exists (select from work_order o where o.issue_id = i.id and o.ended_at is null)
                """)).isZero();
        assertThat(count("""
                issue i
                join work_order o on o.issue_id = i.id and o.ended_at is null
                where (i.department_id, i.lead_member_id)
                   is distinct from (o.department_id, coalesce(o.signed_by, o.member_id))
                """)).isZero();
        assertThat(count("""
                work_order o join issue i on i.id = o.issue_id and i.round = o.round
                where not i.hands @> array_remove(array[o.member_id, o.department_id, o.signed_by], null)
                """)).isZero();
    }

    @Test
    void goOnInAnIssueThatIsNotMergedItself() throws SQLException {
        assertThat(count("issue i join issue t on t.id = i.merged_into where t.status = 'MERGED'"))
                .isZero();
        assertThat(count("issue i join issue_merge m on m.issue_id = i.id and m.into_id <> i.merged_into"))
                .isZero();
        assertThat(count("""
                issue_merge m
                where not exists (
                  select from issue_timeline t
                  where t.issue_id = m.into_id and t.at <= m.merged_at and not exists (
                    select from issue_timeline later
                    where later.issue_id = t.issue_id and later.seq > t.seq and later.at <= m.merged_at)
                    and t.to_status in ('REPORTED', 'ACCEPTED', 'DISPATCHED', 'IN_PROGRESS', 'HANDLED', 'SUSPENDED'))
                """)).isZero();
    }

    @Test
    void runTheClocksOfTheirState() throws SQLException {
        var open = rows("""
                select distinct i.status, array_to_string(array(
                  select c.point from issue_clock c where c.issue_id = i.id and c.is_open order by 1), ',')
                from issue i
                order by 1, 2""");

        assertThat(open)
                .containsOnlyOnceElementsOf(Stream.of("REPORTED ACCEPT", "ACCEPTED DISPATCH,HANDLE", "HANDLED VERIFY")
                        .toList())
                .isSubsetOf(
                        "REPORTED ACCEPT",
                        "ACCEPTED DISPATCH,HANDLE",
                        "DISPATCHED HANDLE,SIGN",
                        "RETURNED DISPATCH,HANDLE",
                        "IN_PROGRESS CONTACT,HANDLE",
                        "IN_PROGRESS HANDLE",
                        "IN_PROGRESS REWORK",
                        "SUSPENDED HANDLE",
                        "HANDLED VERIFY",
                        "CLOSED CALLBACK",
                        "CLOSED ",
                        "EVALUATED ",
                        "MERGED ACCEPT",
                        "REJECTED ",
                        "WITHDRAWN ");
    }

    @Test
    void keepWhatWasMissedAndNothingElse() throws SQLException {
        assertThat(count("""
                issue_clock c
                where (c.breached_at is not null)
                   <> (coalesce(c.paused_since, c.met_at, c.cancelled_at, %1$s) > c.due_at)
                """.formatted(END))).isZero();
        assertThat(count("""
                issue_clock c
                where c.paused_ms <> coalesce((
                  select sum(extract(epoch from p.until - p.since) * 1000)
                  from issue_clock_pause p where p.clock_id = c.id), 0)
                """)).isZero();
    }

    @Test
    void knowTheirNextDueTime() throws SQLException {
        assertThat(count("""
                issue i
                where i.next_due_at is distinct from (
                  select min(due_at) from issue_clock c where c.issue_id = i.id and c.is_running)
                """)).isZero();
    }

    @Test
    void ringNothingOfThePastWhenTheServerStarts() throws SQLException {
        assertThat(count("issue_alarm where scan_at <= " + END)).isZero();
        assertThat(count(
                        "issue_alarm where fired_at > %1$s or fired_at is null and fire_at <= %1$s and scan_at is not null"
                                .formatted(END)))
                .isZero();
        assertThat(count("issue_clock c where c.is_running"
                        + " and 5 <> (select count(*) from issue_alarm a where a.clock_id = c.id)"))
                .isZero();
        assertThat(count("issue_pause where is_agreed and ended_at is null and review_on <= '2026-08-01'"))
                .isZero();
        assertThat(count("issue where status = 'CLOSED' and closed_at <= " + END + " - interval '15 days'"))
                .isZero();
    }

    @Test
    void showACardForWhatWasADayLate() throws SQLException {
        assertThat(count("""
                issue_alarm a join issue_clock c on c.id = a.clock_id
                where a.threshold = 'PLUS_1' and a.fired_at is not null
                  and not exists (select from issue_supervision s
                                  where s.issue_id = c.issue_id and s.kind = 'YELLOW' and s.text = c.point)
                """)).isZero();
    }
}
