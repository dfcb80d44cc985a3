package org.wangge.graphql.page;

import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The key of the seal stands in the database, so that every node opens what any node closed.
@Configuration(proxyBeanMethods = false)
class SealKey {
    /// Read once, over the connection of the migrations, which have run by then.
    @Bean
    Seal seal(Flyway flyway, FlywayMigrationInitializer migrated) throws SQLException {
        try (var connection = flyway.getConfiguration().getDataSource().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select value from node_secret where name = 'cursor'")) {
            if (!rows.next()) {
                throw new IllegalStateException("the table node_secret has lost its row 'cursor'");
            }
            return new Seal(rows.getBytes(1));
        }
    }
}
