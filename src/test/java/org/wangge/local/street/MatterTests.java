package org.wangge.local.street;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wangge.local.street.LoadedStreet.count;
import static org.wangge.local.street.LoadedStreet.rows;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.wangge.issue.Move;

/// The matters, timelines and events of the loaded street.
class MatterTests {
    @Test
    void areInEveryStateButOneAndSomeHundredsAreOpen() throws SQLException {
        assertThat(rows("select distinct status from issue"))
                .contains("REPORTED", "ACCEPTED", "DISPATCHED", "IN_PROGRESS", "HANDLED", "CLOSED", "EVALUATED")
                .contains("SUSPENDED", "REJECTED", "MERGED", "WITHDRAWN");
        assertThat(count("issue where is_open")).isBetween(300L, 600L);
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
    void goForwardInTimeAndStandStillOnlyWithinOneCommand() throws SQLException {
        assertThat(count("""
                issue_timeline t
                left join issue_timeline before on before.issue_id = t.issue_id and before.seq = t.seq - 1
                where t.from_status is distinct from before.to_status
                   or t.at < before.at
                   or t.at = before.at and t.actor <> before.actor
                   or t.round < before.round
                   or t.at >= '2026-08-01 00:00+08'
                """)).isZero();
    }

    @Test
    void areLedByWhoServesTheirGridOrByAnOffice() throws SQLException {
        assertThat(count("""
                work_order o
                join issue i on i.id = o.issue_id
                join member m on m.id = coalesce(o.signed_by, o.member_id)
                where m.department_id is distinct from o.department_id
                  and not exists (
                    select from assignment a
                    where a.member_id = m.id
                      and starts_with(i.grid_key, a.grid_key)
                      and a.during @> (o.dispatched_at at time zone 'Asia/Shanghai')::date)
                """)).isZero();
    }

    @Test
    void areNumberedByDayInTheOrderOfTheirAcceptance() throws SQLException {
        assertThat(count("issue where (case_no is null) <> (accepted_at is null)"))
                .isZero();
        assertThat(count("""
                (select i.case_no,
                        '999999001' || to_char(i.accepted_at at time zone 'Asia/Shanghai', 'YYYYMMDD')
                        || to_char(row_number() over (
                            partition by (i.accepted_at at time zone 'Asia/Shanghai')::date order by i.accepted_at, i.case_no),
                            'FM0000') as expected
                 from issue i
                 where i.accepted_at is not null)
                where case_no <> expected
                """)).isZero();
        assertThat(rows("select sum(n) from case_number"))
                .isEqualTo(rows("select count(*) from issue where case_no is not null"));
        assertThat(count("issue where tracking_code !~ '^[0-9A-HJKMNP-TV-Z]{10}$'"))
                .isZero();
    }

    @Test
    void nameActorsByIdOnly() throws SQLException {
        var actor = "'^(anonymous|timer|(member|resident):[0-9a-f]{8}-[0-9a-f-]{27})$'";

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
        for (var told : rows("select distinct t.move, e.type from event e join issue_timeline t"
                + " on t.issue_id = e.subject and t.seq = e.subject_version")) {
            var words = told.split(" ");
            assertThat(words[1]).isEqualTo(Move.valueOf(words[0]).event());
        }
        assertThat(count("event e join issue i on i.id = e.subject where e.grid_key <> i.grid_key or e.data <> '{}'"))
                .isZero();
    }
}
