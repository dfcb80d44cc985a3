package org.wangge.access;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Forest.Family;
import org.wangge.access.Forest.House;
import org.wangge.access.Forest.Matter;
import org.wangge.access.Forest.Person;
import org.wangge.access.Forest.Plot;
import org.wangge.access.Forest.Service;
import org.wangge.access.Forest.Stay;
import org.wangge.access.Forest.Worker;
import org.wangge.town.TestPostgres;

/// Puts a [Forest] into a database, in place of the one before.
final class ForestRows {
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    private static final List<String> ROLES =
            List.of("GRID_LEADER", "GRID_INSTRUCTOR", "COMMUNITY_DOCTOR", "SOCIAL_WORKER", "VOLUNTEER");

    private final Connection connection;

    private ForestRows(Connection connection) {
        this.connection = connection;
    }

    static void write(Forest forest, String database) throws SQLException {
        try (var connection = TestPostgres.connect(database)) {
            connection.setAutoCommit(false);
            var rows = new ForestRows(connection);
            rows.clear();
            rows.plots(forest.plots);
            rows.homes(forest);
            rows.people(forest.people);
            rows.stays(forest.stays);
            rows.team(forest);
            rows.matters(forest.matters);
            new CommonsRows(rows, forest.commons).write();
            connection.commit();
        }
    }

    private void clear() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("truncate grid, member cascade");
        }
    }

    private void plots(List<Plot> plots) throws SQLException {
        insert(
                """
                insert into grid (id, grid_key, level, code, name, parent_id, parent_level, parent_stem, effective_from)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                plots,
                (plot, i) -> row(
                        plot.uuid(),
                        plot.key(),
                        plot.level(),
                        plot.code(),
                        "林地" + i,
                        plot.parent() == null ? null : plot.parent().uuid(),
                        plot.parent() == null ? null : plot.parent().level(),
                        plot.parent() == null ? null : plot.parent().stem(),
                        FIRST_DAY));
    }

    private void homes(Forest forest) throws SQLException {
        insert(
                """
                insert into premises (id, grid_id, grid_key, code, type, address, verified_at, source)
                values (?, ?, ?, ?, 'DWELLING', '林中', now(), '走访')""",
                forest.houses,
                (House house, Integer i) ->
                        row(house.uuid(), house.at().uuid(), house.at().key(), "P" + i));
        insert(
                "insert into household (id, grid_id, grid_key, no, premises_id) values (?, ?, ?, ?, ?)",
                forest.families,
                (Family family, Integer i) -> row(
                        family.uuid(),
                        family.at().uuid(),
                        family.at().key(),
                        "H" + i,
                        family.house().uuid()));
    }

    private void people(List<Person> people) throws SQLException {
        insert(
                """
                insert into resident (id, grid_id, grid_key, household_id, name_cell, name_mask, sex, birth_on, residency,
                                      relation, care_needs, status, verified_at, source)
                values (?, ?, ?, ?, ?, '林*', 'FEMALE', ?, 'PERMANENT', ?, ?::text[], ?, now(), '走访')""",
                people,
                (person, i) -> row(
                        person.uuid(),
                        person.at().uuid(),
                        person.at().key(),
                        person.family().uuid(),
                        new byte[] {1},
                        FIRST_DAY.plusDays(i),
                        person.isHead() ? "HEAD" : "OTHER",
                        person.isInNeed() ? "{MEAL_SERVICE}" : "{}",
                        person.status()));
    }

    private void stays(List<Stay> stays) throws SQLException {
        insert(
                "insert into residence_period (resident_id, premises_id, from_on, to_on) values (?, ?, ?, ?)",
                stays,
                (stay, i) -> row(
                        stay.person().uuid(),
                        stay.house().uuid(),
                        LocalDate.of(stay.year(), 1, 1),
                        LocalDate.of(stay.year() + 1, 1, 1)));
    }

    private void team(Forest forest) throws SQLException {
        insert(
                """
                insert into member (id, grid_key, name, origin, card_no, card_title, card_is_public)
                values (?, ?, '林守', 'FULL_TIME', ?, '网格队员', ?)""",
                forest.workers,
                (Worker worker, Integer i) -> row(worker.uuid(), worker.home().key(), "W" + i, worker.isPublic()));
        insert(
                """
                insert into assignment (id, member_id, grid_id, grid_level, grid_key, role, from_on, to_on)
                values (?, ?, ?, ?, ?, ?, ?, ?)""",
                forest.services,
                (Service service, Integer i) -> row(
                        service.uuid(),
                        service.worker().uuid(),
                        service.at().uuid(),
                        service.at().level(),
                        service.at().key(),
                        ROLES.get(i % ROLES.size()),
                        FIRST_DAY.plusDays(100L * i),
                        FIRST_DAY.plusDays(100L * i + 100)));
    }

    private void matters(List<Matter> matters) throws SQLException {
        insert(
                """
                insert into issue (id, tracking_code, type, category_id, title, description, source, urgency, level,
                                   status, confidentiality, grid_id, grid_key, reported_grid_key, reporter, lead_member_id,
                                   hands, on_behalf_of, reported_at, updated_at)
                values (?, ?, 'DEMAND', (select id from issue_category where code = 'GREENERY'), '林中', '林中的事', 'PHONE',
                        'NORMAL', 'GRID', 'REPORTED', ?, ?, ?, ?, ?, ?, coalesce(?::uuid[], '{}'), ?, now(), now())""",
                matters,
                (matter, i) -> row(
                        matter.uuid(),
                        "T" + i,
                        matter.secrecy(),
                        matter.at().uuid(),
                        matter.at().key(),
                        matter.at().key(),
                        matter.reporter(),
                        matter.lead() == null ? null : matter.lead().uuid(),
                        matter.lead() == null ? null : "{" + matter.lead().uuid() + "}",
                        matter.onBehalfOf() == null ? null : matter.onBehalfOf().uuid()));
    }

    static @Nullable Object[] row(@Nullable Object... values) {
        return values;
    }

    <T> void insert(String sql, List<T> things, BiFunction<T, Integer, @Nullable Object[]> row) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < things.size(); i++) {
                var values = row.apply(things.get(i), i);
                for (int column = 0; column < values.length; column++) {
                    statement.setObject(column + 1, values[column]);
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
