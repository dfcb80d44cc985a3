package org.wangge.local.street;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.wangge.local.street.LoadedStreet.count;
import static org.wangge.local.street.LoadedStreet.rows;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.wangge.issue.clock.UsualTime;

class DemoStreetTests {
    @Test
    void hasTheGridsOfTheArticle() throws SQLException {
        assertThat(rows("select level, count(*) from grid group by level order by level"))
                .containsExactly("1 1", "2 10", "3 46", "4 86", "5 634");
        assertThat(count("grid where level = 2 and name like '%村'")).isEqualTo(9);
        assertThat(rows("select code from grid where level <= 2 order by level, code"))
                .startsWith("999999001000", "999999001001", "999999001200")
                .endsWith("999999001208");
        assertThat(count("grid_area")).isEqualTo(777);
    }

    @Test
    void hasTheTeamOfTheArticle() throws SQLException {
        assertThat(rows("select role, grid_level, count(*) from assignment where to_on is null"
                        + " group by role, grid_level order by 1, 2"))
                .containsExactly(
                        "COMMUNITY_DOCTOR 2 18",
                        "COMMUNITY_POLICE 2 12",
                        "ENFORCEMENT_OFFICER 3 46",
                        "GRID_LEADER 3 46",
                        "GRID_LEADER 4 86",
                        "GRID_LEADER 5 634",
                        "GRID_MEMBER 3 46",
                        "SUBDISTRICT_CADRE 3 97");
        assertThat(count("member")).isEqualTo(985);
        assertThat(count("member where origin = 'TWO_COMMITTEES'")).isEqualTo(46);
        assertThat(count("member where origin = 'GROUP_HEAD'")).isEqualTo(86);
        assertThat(count("member where origin in ('PARTY_MEMBER', 'KEY_RESIDENT')"))
                .isEqualTo(634);
    }

    @Test
    void givesEveryMemberOneActiveAssignment() throws SQLException {
        assertThat(count("member m where 1 <> (select count(*) from assignment a"
                        + " where a.member_id = m.id and a.to_on is null)"))
                .isZero();
        assertThat(count("assignment where to_on is not null")).isGreaterThan(100);
        assertThat(count("assignment where to_on > date '2026-08-01' or to_on < date '2025-02-01'"))
                .isZero();
    }

    @Test
    void holdsSixPostsRoundTheClock() throws SQLException {
        assertThat(count("post")).isEqualTo(6);
        assertThat(count("duty_shift")).isEqualTo(15 * 3 * 6);
        assertThat(rows("select distinct to_char(starts_at at time zone 'Asia/Shanghai', 'HH24:MI')"
                        + " from duty_shift order by 1"))
                .containsExactly("00:00", "08:00", "16:00");
        assertThat(count("duty_shift where handover_note is not null and ends_at > '2026-08-01 00:00+08'"))
                .isZero();
        assertThat(count("duty_shift a join duty_shift b on a.member_id = b.member_id and a.id < b.id"
                        + " and a.during && b.during"))
                .isZero();
    }

    @Test
    void listsWhatItsGridStaffHandle() throws SQLException {
        assertThat(rows("""
                        select distinct c.code
                        from issue i join issue_category c on c.id = i.category_id
                        join assignment a on a.member_id = i.lead_member_id
                        where a.role in ('GRID_MEMBER', 'GRID_LEADER')
                          and not exists (select 1 from duty_item d where d.issue_categories && array[c.code, c.parent_code])
                        """)).isEmpty();
        assertThat(rows("select distinct issue_categories from duty_item where not exists ("
                        + "select 1 from issue_category where code = any(issue_categories))"))
                .containsExactly("{}");
    }

    @Test
    void sendsHardMattersOfEachClassToAnOffice() throws SQLException {
        assertThat(count("issue_category where parent_code is null")).isEqualTo(15);
        assertThat(count("dispatch_rule r join issue_category c on c.code = r.category_code"
                        + " where c.parent_code is null and r.level = 'SUBDISTRICT' and r.department_id is not null"))
                .isEqualTo(15);
    }

    @Test
    void hasTheResidentsAndFactoriesOfTheArticle() throws SQLException {
        assertThat(count("resident where status = 'ACTIVE'")).isEqualTo(66_473);
        assertThat(count("resident")).isEqualTo(66_473);
        assertThat(count("premises where type = 'FACTORY'")).isEqualTo(2_088);
        assertThat(count("household")).isBetween(23_000L, 25_000L);
        assertThat(count("issue")).isEqualTo(9_000);
    }

    @Test
    void rebuildsEveryConstraintAndIndex() throws SQLException {
        assertThat(LoadedStreet.schema()).isEqualTo(LoadedStreet.schemaBefore());
    }

    @Test
    void knowsAnEmptyDatabaseFromAFullOne() throws SQLException {
        try (var connection = LoadedStreet.connection()) {
            assertThat(DemoStreet.isEmpty(connection)).isFalse();
        }
    }

    @Test
    void refusesAFullDatabaseAndLeavesItAsItWas() throws SQLException {
        assertThatIllegalStateException()
                .isThrownBy(() -> new DemoStreet(LoadedStreet.TODAY, UsualTime.inChina())
                        .loadInto(LoadedStreet.source(), LoadedStreet.keyring()));

        assertThat(count("grid")).isEqualTo(777);
        assertThat(LoadedStreet.schema()).isEqualTo(LoadedStreet.schemaBefore());
    }

    @Test
    void leavesStatisticsForThePlanner() throws SQLException {
        assertThat(rows("select reltuples::int from pg_class where relname = 'resident'"))
                .containsExactly("66473");
    }
}
