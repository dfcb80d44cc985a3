package org.wangge.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.wangge.access.PasswordHash;
import org.wangge.access.Role;
import org.wangge.town.TestPostgres;

class DemoAccountsTests {
    private static final Clock SHANGHAI = Clock.system(ZoneId.of("Asia/Shanghai"));
    private static final String COUNT = "select count(*) from account where is_demo";

    @Test
    void areOneForEachRole() {
        var roles = Arrays.stream(DemoAccount.values()).map(DemoAccount::role).toList();

        assertThat(roles)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(Role.ANONYMOUS)));
    }

    @Test
    void workAndLiveInOneGridOfTheStreet() throws SQLException {
        var street = TestPostgres.streetDatabase();

        assertThat(rows(street, """
                        select a.name, s.role, g.level
                        from account a
                        join assignment s on s.member_id = a.member_id and s.to_on is null
                        join grid g on g.id = s.grid_id
                        where a.is_demo
                        order by g.level, a.name"""))
                .containsExactly(
                        "doctor COMMUNITY_DOCTOR 2",
                        "grid-leader GRID_LEADER 3",
                        "grid-member GRID_MEMBER 3",
                        "handler ENFORCEMENT_OFFICER 3",
                        "instructor SUBDISTRICT_CADRE 3");
        assertThat(rows(street, """
                        select count(distinct s.grid_id), count(*) filter (where starts_with(r.grid_key, s.grid_key)),
                               count(*) filter (where exists (select from issue i where i.lead_member_id = s.member_id))
                        from account a
                        join assignment s on s.member_id = a.member_id and s.grid_level = 3 and s.to_on is null
                        cross join account b join resident r on r.id = b.resident_id
                        where a.is_demo and b.is_demo""")).containsExactly("1 4 3");
        assertThat(rows(street, """
                        select string_agg(distinct concat(kind, ' ', must_change_password), ', ')
                        from account
                        where is_demo""")).containsExactly("RESIDENT f, STAFF f");
    }

    @Test
    void allHaveThePasswordOfTheReadme() throws SQLException {
        var hashes = rows(TestPostgres.streetDatabase(), "select distinct password from account where is_demo");

        assertThat(hashes).singleElement().matches(hash -> PasswordHash.matches(DemoAccounts.PASSWORD, hash));
    }

    @Test
    void theResidentIsFoundByThePhoneOfTheReadme() throws SQLException {
        assertThat(rows(TestPostgres.streetDatabase(), """
                        select p.phone_mask, r.phone_mask, r.birth_on < now() - interval '18 years'
                        from account_phone p
                        join account a on a.id = p.account_id
                        join resident r on r.id = a.resident_id
                        where a.name = 'resident'""")).containsExactly("138****8000 138****8000 t");
    }

    @Test
    void areOpenedOnceAndStayDisabled() throws SQLException {
        var street = TestPostgres.streetDatabase();
        TestPostgres.execute(street, "delete from account_grant where given_by = 'demo'");
        TestPostgres.execute(
                street, "delete from account_phone; delete from account where is_demo and name <> 'doctor'");
        TestPostgres.execute(street, "update account set disabled_at = now() where name = 'doctor'");

        open(street);

        assertThat(rows(street, COUNT)).containsExactly("1");
    }

    @Test
    void comeToAStreetOfAnEarlierVersionAndLeaveTheNamesOfOthers() throws SQLException {
        var street = TestPostgres.streetDatabase();
        TestPostgres.execute(street, "delete from account_grant where given_by = 'demo'");
        TestPostgres.execute(street, "delete from account_phone; delete from account where is_demo");
        TestPostgres.execute(street, "insert into account (name, kind) values ('leader', 'STAFF')");

        open(street);

        assertThat(rows(street, COUNT)).containsExactly("18");
    }

    @Test
    void areNowhereButOnTheDemoStreet() throws SQLException {
        var empty = TestPostgres.emptyDatabase();
        var town = TestPostgres.townDatabase();

        open(empty);
        open(town);

        assertThat(rows(empty, COUNT)).containsExactly("0");
        assertThat(rows(town, COUNT)).containsExactly("0");
    }

    private static void open(String database) throws SQLException {
        var source = new PGSimpleDataSource();
        source.setUrl(TestPostgres.jdbcUrl(database));
        source.setUser("postgres");
        DemoAccounts.open(source, TestPostgres.keyring(), SHANGHAI);
    }

    private static List<String> rows(String database, String query) throws SQLException {
        var rows = new ArrayList<String>();
        try (var connection = TestPostgres.connect(database);
                var statement = connection.createStatement();
                var found = statement.executeQuery(query)) {
            var columns = found.getMetaData().getColumnCount();
            while (found.next()) {
                var cells = new ArrayList<String>();
                for (var column = 1; column <= columns; column++) {
                    cells.add(found.getString(column));
                }
                rows.add(String.join(" ", cells));
            }
        }
        return rows;
    }
}
