package org.wangge;

import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.r2dbc.autoconfigure.ConnectionFactoryOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.wangge.local.LocalStart;
import reactor.netty.resources.LoopResources;

/// The server. Its database is chosen before anything else is made: see [LocalStart].
@SpringBootApplication
@ConfigurationPropertiesScan
public class WanggeApplication {
    public static void main(String[] args) {
        LocalStart.of(WanggeApplication.class).run(args);
    }

    /// The subdistrict's days begin and end in its own time zone.
    @Bean
    Clock clock() {
        return Clock.system(ZoneId.of("Asia/Shanghai"));
    }

    /// Threads for PostgreSQL that are not the web server's: else a connection stays on the loop it
    /// was opened from, and that is the same for all of them.
    @Bean
    ConnectionFactoryOptionsBuilderCustomizer databaseLoops() {
        var loops = LoopResources.create(
                "database", LoopResources.DEFAULT_IO_SELECT_COUNT, LoopResources.DEFAULT_IO_WORKER_COUNT, true, false);
        return options -> options.option(PostgresqlConnectionFactoryProvider.LOOP_RESOURCES, loops);
    }
}
