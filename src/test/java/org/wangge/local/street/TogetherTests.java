package org.wangge.local.street;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wangge.local.street.LoadedStreet.count;
import static org.wangge.local.street.LoadedStreet.rows;

import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wangge.access.personal.CellPlace;
import org.wangge.organisation.CreditCode;

/// What the people of the loaded street do together: the figures of the article, and the rules by which
/// commands would have written it.
class TogetherTests {
    private static final String END = "timestamptz '2026-08-01 00:00+08'";

    @Test
    void haveTheSocietyOfTheArticle() throws SQLException {
        assertThat(rows("select kind, count(*) from social_organisation group by kind order by kind"))
                .containsExactly("CHARITY 11", "COMMUNITY_AFFAIRS 11", "CULTURE_SPORTS 11", "LIFE_SERVICE 11");
        assertThat(count("service_agency")).isEqualTo(8);
        assertThat(count("activity where status = 'SETTLED'")).isEqualTo(53);
        assertThat(count("activity")).isEqualTo(53);
        assertThat(count("enrolment where status = 'ATTENDED'")).isBetween(10_001L, 14_000L);
    }

    @Test
    void creditEachAttendanceByTheRules() throws SQLException {
        assertThat(count("""
                enrolment e
                where e.status = 'ATTENDED' and e.credited_minutes <> greatest(0, least(600,
                  floor((extract(epoch from e.checked_out_at - e.checked_in_at) - 60 * e.travel_minutes) / 60)))
                """)).isZero();
        assertThat(count("""
                enrolment e
                where e.status = 'ATTENDED' and e.credited_minutes is distinct from (
                  select sum(c.minutes) from service_credit c where c.enrolment_id = e.id)
                """)).isZero();
        assertThat(count("""
                volunteer v
                where v.service_minutes <> coalesce((
                  select sum(c.minutes) from service_credit c where c.volunteer_id = v.id), 0)
                """)).isZero();
        assertThat(count("""
                enrolment a join enrolment b on a.volunteer_id = b.volunteer_id and a.id < b.id
                where a.status = 'ATTENDED' and b.status = 'ATTENDED'
                  and tstzrange(a.checked_in_at, a.checked_out_at) && tstzrange(b.checked_in_at, b.checked_out_at)
                """)).isZero();
        assertThat(count("volunteer where service_minutes >= 6000")).isBetween(10L, 200L);
    }

    @Test
    void countWhoTookPart() throws SQLException {
        assertThat(count("""
                activity a
                where (a.person_times, a.taken_count, a.version) <> (
                  select count(*) filter (where e.status = 'ATTENDED'), count(*) filter (where e.status <> 'WITHDRAWN'), 4
                  from enrolment e where e.activity_id = a.id)
                """)).isZero();
        assertThat(count("""
                enrolment e join activity a on a.id = e.activity_id join volunteer v on v.id = e.volunteer_id
                where e.enrolled_at < greatest(a.held_at, v.joined_at) or e.enrolled_at > a.starts_at
                   or e.checked_in_at < a.starts_at - interval '2 hours' or e.confirmed_by = 'member:' || v.member_id
                """)).isZero();
        assertThat(count("""
                volunteer_team t
                where t.volunteer_count <> (select count(*) from team_volunteer m where m.team_id = t.id)
                   or t.version <> t.volunteer_count + 1
                """)).isZero();
    }

    @Test
    void showNoNameOfAVolunteer() throws SQLException {
        assertThat(count("volunteer where name_cell is not null")).isEqualTo(20);
        assertThat(count("volunteer where num_nonnulls(resident_id, member_id, name_cell) <> 1"))
                .isZero();
        assertThat(count("volunteer v join resident r on r.id = v.resident_id where v.name_mask <> r.name_mask"))
                .isZero();
        try (var connection = LoadedStreet.connection();
                var found = connection
                        .createStatement()
                        .executeQuery("select id, name_cell, name_mask from volunteer where name_cell is not null")) {
            while (found.next()) {
                var place = new CellPlace("volunteer.name", found.getObject(1, UUID.class));
                assertThat(LoadedStreet.keyring().open(found.getBytes(2), place))
                        .startsWith(found.getString(3).substring(0, 1))
                        .isNotEqualTo(found.getString(3));
            }
        }
    }

    @Test
    void certifyWhatWasServedAndNumberTheNextAfterIt() throws SQLException {
        assertThat(count("service_certificate")).isEqualTo(24);
        assertThat(count("service_certificate where revoked_at is not null")).isEqualTo(1);
        assertThat(count("""
                service_certificate c
                where c.minutes <> (select sum(s.minutes) from service_credit s where s.volunteer_id = c.volunteer_id
                                    and s.on_day >= c.from_on and s.on_day < c.to_on)
                """)).isZero();
        assertThat(rows("select last_value from service_certificate_no")).containsExactly("24");
        assertThat(rows("select max(no) from volunteer"))
                .containsExactly("V"
                        + rows("select lpad(last_value::text, 8, '0') from volunteer_no")
                                .getFirst());
    }

    @Test
    void payAgenciesByWhatSomebodyElseFound() throws SQLException {
        assertThat(rows("select credit_code from service_agency union all"
                        + " select credit_code from social_organisation where credit_code is not null"))
                .hasSizeGreaterThan(15)
                .allMatch(CreditCode::isRight);
        assertThat(count("service_contract k where k.amount <> (select sum(i.amount) from instalment i"
                        + " where i.contract_id = k.id)"))
                .isZero();
        assertThat(count("contract_evaluation e join service_contract k on k.id = e.contract_id"
                        + " where k.signed_by = e.evaluated_by"))
                .isZero();
        assertThat(count("""
                instalment i
                where (i.status <> 'PLANNED') <> exists (select from contract_evaluation e
                  where (e.contract_id, e.instalment_no) = (i.contract_id, i.no))
                """)).isZero();
        assertThat(rows("select status, count(*) from instalment group by status order by status"))
                .contains("WITHHELD 1");
        assertThat(
                        count(
                                "contract_activity c join activity a on a.id = c.activity_id"
                                        + " join service_contract k on k.id = c.contract_id"
                                        + " where (a.starts_at at time zone 'Asia/Shanghai')::date not between k.from_on and k.to_on - 1"))
                .isZero();
    }

    @Test
    void solvedSixIssuesInCouncil() throws SQLException {
        assertThat(count("""
                resolution r
                join topic_issue x on x.topic_id = r.topic_id
                join issue i on i.id = x.issue_id
                join issue_pause p on p.issue_id = i.id and p.kind = 'DELIBERATION' and p.is_agreed
                join topic t on t.id = r.topic_id
                join issue_timeline back on back.issue_id = i.id and back.move = 'RESUME' and back.acted_as = 'TIMER'
                where r.status = 'FED_BACK' and r.result = 'PASSED' and r.ballot_id is not null
                  and p.decided_at < t.proposed_at and p.ended_at = back.at and back.note = r.text
                  and r.started_at < back.at and r.started_at >= r.public_until
                  and i.status in ('CLOSED', 'EVALUATED') and i.closed_at < r.done_at and r.done_at < r.fed_back_at
                """)).isEqualTo(6);
        assertThat(count("resolution")).isEqualTo(6);
        assertThat(count("issue_timeline where move = 'RESUME' and acted_as = 'TIMER'"))
                .isEqualTo(6);
    }

    @Test
    void metByTheRulesOfTheirCouncils() throws SQLException {
        assertThat(count("council")).isEqualTo(10);
        assertThat(count("""
                meeting m
                where m.starts_at < m.noticed_at + interval '3 days' or m.opened_at < m.starts_at - interval '1 hour'
                """)).isZero();
        assertThat(count("""
                meeting m join council c on c.id = m.council_id
                where (select count(*) from meeting_attendance a where a.meeting_id = m.id and a.has_vote)
                      < ceil(m.seat_count * c.quorum_parts / c.quorum_of::numeric)
                   or m.seat_count <> (select count(*) from council_seat s
                                       where s.council_id = c.id and s.role <> 'OBSERVER')
                """)).isZero();
        assertThat(count("meeting_attendance a join resident r on r.id = a.resident_id"
                        + " where r.household_id is distinct from a.household_id or r.birth_on > date '2006-01-01'"))
                .isZero();
        assertThat(count("""
                ballot b
                where b.voted_count <> (select count(*) from vote v where v.ballot_id = b.id)
                   or b.tallies[1] < b.needed_count or b.needed_count <> b.whole_count / 2 + 1
                   or b.method = 'SHOW_OF_HANDS' and b.tallies <> array(
                     select (select count(*)::int from vote v where v.ballot_id = b.id and v.option_no = o)
                     from generate_series(1, 3) o order by o)
                """)).isZero();
        assertThat(count("vote v join ballot b on b.id = v.ballot_id where b.method = 'SECRET'"
                        + " and (v.option_no is not null or v.paper is not null)"))
                .isZero();
        assertThat(count("topic t where (t.status, t.version) <> (select s.status, s.seq from topic_step s"
                        + " where s.topic_id = t.id order by s.seq desc limit 1)"))
                .isZero();
        assertThat(count("topic t where t.support_count <> (select count(*) from topic_support s"
                        + " where s.topic_id = t.id)"))
                .isZero();
    }

    @Test
    void builtTheRoadsAndGreenwaysOfTheArticle() throws SQLException {
        assertThat(rows("select kind, unit, count(*), sum(measured_quantity), sum(planned_quantity)"
                        + " from livelihood_project where status = 'COMPLETED' group by kind, unit order by kind"))
                .containsExactly("GREENWAY 米 2 5580 5600", "ROAD 平方米 14 1335 1325");
        assertThat(count("""
                livelihood_project p
                where p.status = 'COMPLETED' and (p.rating_count < 3
                   or (p.rating_count, p.satisfied_count) <> (select count(*), count(*) filter (where r.score >= 3)
                                                              from project_rating r where r.project_id = p.id)
                   or exists (select from project_stage s where s.project_id = p.id and s.finished_on is null))
                """)).isZero();
        assertThat(count("""
                livelihood_project p
                where p.supporter_count <> (select count(*) from project_support s where s.project_id = p.id)
                   or p.supporter_count < 3
                """)).isZero();
        assertThat(rows("select sum(c.votes), b.voted_count * b.choices from project_ballot b"
                        + " join project_candidate c on c.ballot_id = b.id group by b.id"))
                .hasSize(1)
                .allMatch(row -> row.split(" ")[0].equals(row.split(" ")[1]));
        assertThat(count("project_issue")).isGreaterThan(10);
    }

    @Test
    void bookedVenuesWhileTheyAreOpen() throws SQLException {
        assertThat(count("""
                venue_booking b
                where (b.starts_at at time zone 'Asia/Shanghai')::time < '07:30'
                   or (b.ends_at at time zone 'Asia/Shanghai')::time > '21:30'
                """)).isZero();
        assertThat(count("(select id from activity union select id from meeting) held"
                        + " where not exists (select from venue_booking b where b.occasion_id = held.id)"))
                .isZero();
        assertThat(count("venue_booking where ends_at > " + END)).isPositive();
    }

    @Test
    void tellWhatHappenedInTheOrderInWhichItDid() throws SQLException {
        assertThat(count("(select n, lag(at) over (order by n) as before, at from event) e where e.before > e.at"))
                .isZero();
        assertThat(rows("select n, (select max(n) from event), (select count(*) from event) from stream"))
                .allMatch(row ->
                        row.split(" ")[0].equals(row.split(" ")[1]) && row.split(" ")[0].equals(row.split(" ")[2]));
        assertThat(rows("select distinct split_part(type, '_', 1) from event order by 1"))
                .contains("ACTIVITY", "ISSUE", "PROJECT", "TOPIC", "VENUE");
        assertThat(count("event where at >= " + END)).isZero();
    }
}
