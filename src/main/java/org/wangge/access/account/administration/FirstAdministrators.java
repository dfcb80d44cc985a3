package org.wangge.access.account.administration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.stereotype.Component;
import org.wangge.access.PasswordHash;
import org.wangge.access.Role;

/// Makes the three administrators (三员) of a database that has no account in use, and prints their
/// passwords once: the console is the only one who hears of them, and they must be changed.
@Component
@ConditionalOnProperty(name = "wangge.local.active", havingValue = "false")
@ConditionalOnBooleanProperty(name = "wangge.access.first-administrators", matchIfMissing = true)
class FirstAdministrators implements InitializingBean {
    private static final Map<String, Role> NAMES = new LinkedHashMap<>();

    static {
        NAMES.put("system-admin", Role.SYSTEM_ADMIN);
        NAMES.put("security-admin", Role.SECURITY_ADMIN);
        NAMES.put("audit-admin", Role.AUDITOR);
    }

    private final Flyway flyway;

    FirstAdministrators(Flyway flyway, FlywayMigrationInitializer migrated) {
        this.flyway = flyway;
    }

    @Override
    public void afterPropertiesSet() throws SQLException {
        try (var connection = flyway.getConfiguration().getDataSource().getConnection()) {
            connection.setAutoCommit(false);
            var passwords = made(connection);
            connection.commit();
            passwords.forEach((name, password) -> System.out.println("首位管理员 first administrator: " + name
                    + "  密码 password: " + password + "  (change it at the first sign-in)"));
        }
    }

    /// Other nodes that start at the same time wait, and then see these.
    private static Map<String, String> made(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("lock table account in share row exclusive mode");
            try (var rows = statement.executeQuery("select exists (select 1 from account where disabled_at is null)")) {
                rows.next();
                if (rows.getBoolean(1)) {
                    return Map.of();
                }
            }
        }
        var passwords = new LinkedHashMap<String, String>();
        for (var name : NAMES.keySet()) {
            passwords.put(name, make(connection, name));
        }
        return passwords;
    }

    private static String make(Connection connection, String name) throws SQLException {
        var password = StaffService.initialPassword();
        try (var insert = connection.prepareStatement("""
                with made as (
                  insert into account (name, kind, password, must_change_password) values (?, 'STAFF', ?, true) returning id
                ), granted as (
                  insert into account_grant (account_id, role, grid_key, from_at, given_by, reason)
                  select id, ?, '', now(), 'server', 'first administrators' from made
                )
                insert into access_log (at, actor, act, outcome, account_id)
                select now(), 'server', 'FIRST_ADMINISTRATOR', 'DONE', id from made""")) {
            insert.setString(1, name);
            insert.setString(2, PasswordHash.of(password, PasswordHash.Cost.OWASP));
            insert.setString(3, String.valueOf(NAMES.get(name)));
            insert.executeUpdate();
        }
        return password;
    }
}
