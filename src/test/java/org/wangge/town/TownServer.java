package org.wangge.town;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.wangge.access.personal.TestKeys;

/// Points a server at a copy of the [Town].
public class TownServer implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    /// Those that nobody needs any more are forgotten.
    private static final Set<ConfigurableApplicationContext> SERVERS =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        standOn(TestPostgres.townDatabase(), context);
    }

    static void closeAll() {
        List.copyOf(SERVERS).forEach(ConfigurableApplicationContext::close);
    }

    /// Lets a server work on a database.
    public static void standOn(String database, ConfigurableApplicationContext context) {
        SERVERS.add(context);
        TestPropertyValues.of(
                        "test.database=" + database,
                        "spring.r2dbc.url=" + TestPostgres.r2dbcUrl(database),
                        "spring.r2dbc.username=postgres",
                        "spring.flyway.url=" + TestPostgres.jdbcUrl(database),
                        "spring.flyway.user=postgres",
                        // Nobody waits for an answer when the tests are over.
                        "server.shutdown=immediate",
                        "spring.reactor.netty.shutdown-quiet-period=0s",
                        // Tests are many and signed in as few.
                        "wangge.socket.per-person=${test.sockets:1000}",
                        // Tests ask faster than anybody, in the name of one person.
                        "wangge.limits.cost.budget=${test.budget:100000000}",
                        "wangge.limits.cost.per-second=${test.restored:100000000}",
                        "wangge.files.folder=target/files/"
                                + ProcessHandle.current().pid() + "/" + database,
                        "wangge.personal.master-key=" + TestKeys.MASTER)
                .applyTo(context);
    }
}
