package org.wangge.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wangge.town.Awaited.the;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.r2dbc.core.DatabaseClient;
import org.wangge.town.ApiTest;
import org.wangge.town.Tables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Commands whose callers leave at any moment.
@ApiTest
class LeftCommandsTests {
    private static final int COMMANDS = 2_000;
    private static final String ACTOR = "system:left";

    @Autowired
    Commands commands;

    @Autowired
    DatabaseClient database;

    @Value("${test.database}")
    String url;

    /// Each is carried out to its end, and leaves no connection with a transaction behind.
    @Test
    void areCarriedOutToTheirEnd() {
        var random = new Random(5);
        var left = Flux.range(0, COMMANDS)
                .flatMap(
                        i -> commands.once(command(), Instant.EPOCH, work())
                                .then()
                                .timeout(Duration.ofNanos(1 + random.nextInt(3_000_000)), Mono.empty()),
                        16)
                .then(Mono.just(true));

        the(left, Duration.ofSeconds(60));

        the(Mono.fromSupplier(() -> Tables.number(url, "select count(*) from command where actor = '" + ACTOR + "'"))
                .filter(count -> count == COMMANDS)
                .repeatWhenEmpty(again -> again.delayElements(Duration.ofMillis(20))));
        assertThat(Tables.number(url, """
                        select count(*) from pg_stat_activity
                        where datname = current_database() and state like 'idle in transaction%'""")).isZero();
    }

    private static Command command() {
        return new Command(ACTOR, UUID.randomUUID(), "leave", "nothing");
    }

    private Mono<Done> work() {
        return database.sql("select 1").mapValue(Integer.class).one().map(_ -> Done.quietly(UUID.randomUUID(), 1));
    }
}
