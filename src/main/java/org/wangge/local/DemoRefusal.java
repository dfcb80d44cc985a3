package org.wangge.local;

import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.stereotype.Component;

/// Keeps demo accounts away from real people: everybody knows their password.
@Component
@ConditionalOnBooleanProperty(name = "wangge.local.active", havingValue = false)
class DemoRefusal implements InitializingBean {
    private static final String COUNT = "select count(*) from account where is_demo and disabled_at is null";

    private final Flyway flyway;

    DemoRefusal(Flyway flyway, FlywayMigrationInitializer migrated) {
        this.flyway = flyway;
    }

    /// @throws CannotStart when the external database has demo accounts that can sign in
    @Override
    public void afterPropertiesSet() throws SQLException {
        try (var connection = flyway.getConfiguration().getDataSource().getConnection();
                var statement = connection.createStatement();
                var found = statement.executeQuery(COUNT)) {
            if (found.next() && found.getInt(1) > 0) {
                throw refused(found.getInt(1));
            }
        }
    }

    private static CannotStart refused(int count) {
        return new CannotStart(
                "The database that wangge.database.url names has %d demo accounts, whose password stands in the README."
                                .formatted(count)
                        + " They are for the demo street on one machine, and open this server to everybody.",
                "Name a database without the demo street, or leave wangge.database.url out to look around it. If this"
                        + " one is to go on without them, say there:\n\n    update account set disabled_at = now(),"
                        + " name = null where is_demo;");
    }
}
