package org.wangge.access.personal;

import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.EnableScheduling;

/// The keys that must be there before the server starts.
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class PersonalKeys {
    /// @throws KeysCannotBeUsed with a sentence for whoever started it
    @Bean
    MasterKey masterKey(Environment environment, Flyway flyway, FlywayMigrationInitializer migrated)
            throws SQLException {
        var source = flyway.getConfiguration().getDataSource();
        return new MasterKeySource(environment).read(KeyCabinet.isEmpty(source));
    }

    @Bean
    KeyCabinet keyCabinet(MasterKey master, @Value("${wangge.personal.algorithm}") Algorithm algorithm) {
        return new KeyCabinet(master, algorithm);
    }

    /// The keys as they are at the start; later they come from [Keyrings].
    @Bean
    Keyring keyringAtStart(KeyCabinet cabinet, Flyway flyway) throws SQLException {
        return cabinet.open(flyway.getConfiguration().getDataSource());
    }
}
