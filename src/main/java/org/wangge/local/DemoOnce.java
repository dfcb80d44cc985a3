package org.wangge.local;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.stereotype.Component;
import org.wangge.access.personal.Keyring;
import org.wangge.issue.clock.WorkingTime;
import org.wangge.local.street.DemoStreet;

/// Loads the demo street once, into an empty database of our own; never into somebody else's.
@Component
@ConditionalOnBooleanProperty("wangge.local.active")
class DemoOnce implements InitializingBean {
    private final Flyway flyway;
    private final Keyring keyring;
    private final WorkingTime working;
    private final Clock clock;

    DemoOnce(
            Flyway flyway,
            FlywayMigrationInitializer migrated,
            Keyring keyringAtStart,
            WorkingTime working,
            Clock clock) {
        this.working = working;
        this.flyway = flyway;
        this.keyring = keyringAtStart;
        this.clock = clock;
    }

    @Override
    public void afterPropertiesSet() throws SQLException {
        var source = flyway.getConfiguration().getDataSource();
        try (var connection = source.getConnection()) {
            if (!DemoStreet.isEmpty(connection)) {
                return;
            }
        }
        new DemoStreet(LocalDate.now(clock), working).loadInto(source, keyring);
    }
}
