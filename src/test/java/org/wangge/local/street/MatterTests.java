package org.wangge.local.street;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wangge.local.street.LoadedStreet.count;
import static org.wangge.local.street.LoadedStreet.rows;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/// The matters, timelines and events of the loaded street.
class MatterTests {
    @Test
    void areInEveryStepAndSomeHundredsAreOpen() throws SQLException {
        assertThat(rows("select distinct status from issue"))
                .containsExactlyInAnyOrder(
                        "REPORTED", "ACCEPTED", "DISPATCHED", "IN_PROGRESS", "HANDLED", "CLOSED", "EVALUATED");
        assertThat(count("issue where is_open")).isBetween(400L, 600L);
    }

    @Test
    void foldTheirTimelineToTheirStatus() throws SQLException {
        assertThat(count("""
                issue i
                join lateral (
                    select count(*) as n, max(seq) as last, (array_agg(to_status order by seq desc))[1] as status,
                           max(at) as at
                    from issue_timeline t
                    where t.issue_id = i.id) t on true
                where (t.n, t.last, t.status, t.at) is distinct from (i.version, i.last_seq, i.status, i.updated_at)
                   or i.version <> i.last_seq
                """)).isZero();
    }

    @Test
    void walkTheStraightPathForwardInTime() throws SQLException {
        assertThat(count("""
                issue_timeline t
                left join issue_timeline before on before.issue_id = t.issue_id and before.seq = t.seq - 1
                where t.from_status is distinct from before.to_status
                   or t.at <= before.at
                   or t.at >= '2026-08-01 00:00+08'
                """)).isZero();
        assertThat(rows("select seq, move, to_status from issue_timeline group by 1, 2, 3 order by 1"))
                .containsExactly(
                        "1 REPORT REPORTED",
                        "2 ACCEPT ACCEPTED",
                        "3 DISPATCH DISPATCHED",
                        "4 SIGN IN_PROGRESS",
                        "5 SUBMIT_RESULT HANDLED",
                        "6 CLOSE CLOSED",
                        "7 EVALUATE EVALUATED");
    }

    @Test
    void areNeverVerifiedByWhoHandledThem() throws SQLException {
        assertThat(count("issue_timeline handled join issue_timeline closed using (issue_id)"
                        + " where handled.move = 'SUBMIT_RESULT' and closed.move = 'CLOSE'"
                        + " and handled.actor = closed.actor"))
                .isZero();
    }

    @Test
    void areLedByWhoServesTheirGridOnThatDay() throws SQLException {
        assertThat(count("issue where (lead_member_id is null) <> (last_seq < 3)"))
                .isZero();
        assertThat(count("""
                issue i
                join issue_timeline t on t.issue_id = i.id and t.move = 'DISPATCH'
                where not exists (
                    select from assignment a
                    where a.member_id = i.lead_member_id
                      and starts_with(i.grid_key, a.grid_key)
                      and a.during @> (t.at at time zone 'Asia/Shanghai')::date)
                """)).isZero();
    }

    @Test
    void areNumberedByDayInTheOrderOfTheirAcceptance() throws SQLException {
        assertThat(count("issue where (case_no is null) <> (last_seq < 2)")).isZero();
        assertThat(count("""
                (select i.case_no,
                        'YX' || to_char(t.at at time zone 'Asia/Shanghai', 'YYYYMMDD')
                        || to_char(row_number() over (
                            partition by (t.at at time zone 'Asia/Shanghai')::date order by t.at, i.case_no),
                            'FM0000') as expected
                 from issue i
                 join issue_timeline t on t.issue_id = i.id and t.move = 'ACCEPT')
                where case_no <> expected
                """)).isZero();
        assertThat(count("issue where tracking_code !~ '^[0-9A-HJKMNP-TV-Z]{10}$'"))
                .isZero();
    }

    @Test
    void nameActorsByIdOnly() throws SQLException {
        var actor = "'^(anonymous|(member|resident):[0-9a-f]{8}-[0-9a-f-]{27})$'";

        assertThat(count("issue where reporter !~ " + actor)).isZero();
        assertThat(count("issue_timeline where actor !~ " + actor)).isZero();
        assertThat(count(
                        "issue i join issue_timeline t on t.issue_id = i.id and t.seq = 1 where t.actor <> i.reporter"))
                .isZero();
    }

    @Test
    void areWrittenInTheirOwnWords() throws SQLException {
        assertThat(rows("select count(distinct description) > 8000 from issue")).containsExactly("t");
    }

    @Test
    void comeOftenerOnWeekdays() throws SQLException {
        assertThat(rows("select extract(isodow from reported_at at time zone 'Asia/Shanghai') < 6 as weekday"
                        + " from issue group by 1 order by count(*) desc limit 1"))
                .containsExactly("t");
    }

    @Test
    void areEventsOfTheLastThirtyDaysWithoutAGap() throws SQLException {
        assertThat(rows("select count(*) = max(n) and min(n) = 1 from event")).containsExactly("t");
        assertThat(rows("select s.n = (select max(n) from event) from stream s"))
                .containsExactly("t");
        assertThat(count("(select at < lag(at) over (order by n) as back from event) where back"))
                .isZero();
        assertThat(count("""
                issue_timeline t
                left join event e on e.subject = t.issue_id and e.subject_version = t.seq
                where (e.n is null) <> (t.at < '2026-07-02 00:00+08') or e.at <> t.at
                """)).isZero();
    }

    @Test
    void tellEveryMoveByItsEvent() throws SQLException {
        assertThat(rows("select subject_version, type from event group by 1, 2 order by 1"))
                .containsExactly(
                        "1 ISSUE_REPORTED",
                        "2 ISSUE_ACCEPTED",
                        "3 ISSUE_DISPATCHED",
                        "4 ISSUE_SIGNED",
                        "5 ISSUE_RESULT_SUBMITTED",
                        "6 ISSUE_CLOSED",
                        "7 ISSUE_EVALUATED");
        assertThat(count("event e join issue i on i.id = e.subject where e.grid_key <> i.grid_key or e.data <> '{}'"))
                .isZero();
    }
}
