package org.wangge.local;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.wangge.access.PasswordHash;
import org.wangge.access.personal.Keyring;

/// Opens an account for every role where the demo street is, in a database of our own and nowhere
/// else: once, also where the street came with an earlier version. Accounts that somebody has
/// disabled stay as they are, and so do the others then.
@Component
@ConditionalOnBooleanProperty("wangge.local.active")
public final class DemoAccounts implements InitializingBean {
    /// Of every demo account; the README says it to everybody.
    public static final String PASSWORD = "yunxi-demo-street";

    /// Of the resident, who can sign in with it as well: it belongs to the carrier, and to no person.
    static final String PHONE = "+8613800138000";

    private static final String MISSING = """
            select exists (select from grid where code = '999999001000')
               and not exists (select from account where is_demo)
            """;

    private final Flyway flyway;
    private final Keyring keyring;
    private final Clock clock;

    DemoAccounts(Flyway flyway, DemoOnce loaded, Keyring keyringAtStart, Clock clock) {
        this.flyway = flyway;
        this.keyring = keyringAtStart;
        this.clock = clock;
    }

    @Override
    public void afterPropertiesSet() throws SQLException {
        open(flyway.getConfiguration().getDataSource(), keyring, clock);
    }

    /// Opens all of them, or none, where they are missing.
    public static void open(DataSource source, Keyring keyring, Clock clock) throws SQLException {
        try (var connection = source.getConnection()) {
            if (!areMissing(connection)) {
                return;
            }
            connection.setAutoCommit(false);
            try {
                // One hash for all: what it protects stands in the README.
                var hash = PasswordHash.of(PASSWORD, PasswordHash.Cost.OWASP);
                var desk = DemoDesk.at(connection, keyring, LocalDate.now(clock));
                for (var account : DemoAccount.values()) {
                    desk.open(account, hash);
                }
                connection.commit();
            } catch (SQLException | RuntimeException failed) {
                connection.rollback();
                throw failed;
            }
        }
    }

    private static boolean areMissing(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(MISSING)) {
            return found.next() && found.getBoolean(1);
        }
    }
}
