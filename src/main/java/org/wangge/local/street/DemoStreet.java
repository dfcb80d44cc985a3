package org.wangge.local.street;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.wangge.access.personal.Keyring;
import org.wangge.issue.clock.WorkingTime;
import org.wangge.local.street.life.Limits;
import org.wangge.local.street.matter.Category;

/// The demo street (示范市·云溪街道): everybody and everything in it follows from one seed and from
/// `today`, on which its eighteen months of history end. Two streets of one day and one keyring are
/// alike to the byte, but for the ids of categories, which come with the migrations.
public final class DemoStreet {
    private final LocalDate today;
    private final WorkingTime working;

    public DemoStreet(LocalDate today, WorkingTime working) {
        this.today = today;
        this.working = working;
    }

    public static boolean isEmpty(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("select not exists (select from grid)")) {
            return found.next() && found.getBoolean(1);
        }
    }

    /// Fills a migrated database in one transaction, or leaves it as it was.
    ///
    /// @throws IllegalStateException when there are grids in it already
    public void loadInto(DataSource source, Keyring keyring) throws SQLException {
        try (var connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                load(connection, keyring);
                connection.commit();
            } catch (SQLException | RuntimeException failed) {
                connection.rollback();
                throw failed;
            }
        }
    }

    private void load(Connection connection, Keyring keyring) throws SQLException {
        var loading = new Loading(connection);
        loading.begin();
        try (var growth = new Growth(today, categories(connection), limits(connection), keyring)) {
            loading.load(growth);
        }
    }

    private static List<Category> categories(Connection connection) throws SQLException {
        var categories = new ArrayList<Category>();
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("""
                        select code, parent_code, id, default_urgency
                        from issue_category
                        where parent_code is not null
                        """)) {
            while (found.next()) {
                var id = found.getObject("id", UUID.class);
                categories.add(new Category(
                        found.getString("code"),
                        found.getString("parent_code"),
                        id,
                        found.getString("default_urgency")));
            }
        }
        return categories;
    }

    private Limits limits(Connection connection) throws SQLException {
        var policies = new ArrayList<Limits.Policy>();
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("""
                        select id, type, urgency, point, is_working, days, minutes
                        from sla_policy
                        where is_active and grid_key is null and category_code is null and area_class is null
                        """)) {
            while (found.next()) {
                policies.add(policy(found));
            }
        }
        return new Limits(policies, working);
    }

    private static Limits.Policy policy(ResultSet found) throws SQLException {
        return new Limits.Policy(
                found.getObject("id", UUID.class),
                found.getString("type"),
                found.getString("urgency"),
                found.getString("point"),
                found.getBoolean("is_working"),
                found.getInt("days"),
                found.getInt("minutes"));
    }
}
