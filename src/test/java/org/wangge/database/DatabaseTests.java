package org.wangge.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wangge.town.Awaited.the;

import io.r2dbc.pool.ConnectionPool;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.r2dbc.BadSqlGrammarException;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.wangge.town.ApiTest;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@ApiTest
class DatabaseTests {
    private static final int GONE = 30_000;
    private static final String OWN_PROCESS = "select pg_backend_pid()";

    @Autowired
    DatabaseClient database;

    @Autowired
    ConnectionPool pool;

    @Test
    void bindsEachNameWhereverItStands() {
        var question = database.sql("select :a || :b || :a || coalesce(:none, '-')")
                .bind("a", "x")
                .bindNull("none", String.class);

        assertThat(the(question.bind("b", "1").mapValue(String.class).one())).isEqualTo("x1x-");
        assertThat(the(question.bind("b", "2").mapValue(String.class).one())).isEqualTo("x2x-");
    }

    @Test
    void readsNoneOneTheFirstAndAll() {
        var rows = database.sql("select n from generate_series(1, :most::int) as s (n)");

        assertThat(the(rows.bind("most", 0).mapValue(Integer.class).one().hasElement()))
                .isFalse();
        assertThat(the(rows.bind("most", 1).mapValue(Integer.class).one())).isOne();
        assertThat(the(rows.bind("most", 9).mapValue(Integer.class).first())).isOne();
        assertThat(the(rows.bind("most", 3).fetch().all().collectList()))
                .extracting(row -> row.get("n"))
                .containsExactly(1, 2, 3);
        assertThatThrownBy(
                        () -> the(rows.bind("most", 2).mapValue(Integer.class).one()))
                .hasCauseInstanceOf(IncorrectResultSizeDataAccessException.class);
    }

    @Test
    void saysWhatIsMissingAndWhatIsTooMuch() {
        var question = database.sql("select :a, :b").bind("a", 1);

        assertThatThrownBy(() -> the(question.fetch().one()))
                .hasCauseInstanceOf(InvalidDataAccessApiUsageException.class)
                .hasStackTraceContaining("no value for [b] in [select :a, :b]");
        assertThatThrownBy(() -> question.bind("c", 1))
                .isInstanceOf(InvalidDataAccessApiUsageException.class)
                .hasMessage("no parameter [c] in [select :a, :b]");
        assertThatThrownBy(() -> question.bind("b", List.of(1)))
                .isInstanceOf(InvalidDataAccessApiUsageException.class)
                .hasMessage("[b] is a list; bind an array");
    }

    @Test
    void tellsErrorsInTheWordsOfSpring() {
        assertThatThrownBy(
                        () -> the(database.sql("selekt :a").bind("a", 1).fetch().one()))
                .hasCauseInstanceOf(BadSqlGrammarException.class)
                .hasStackTraceContaining("selekt :a");
        assertThatThrownBy(() -> the(
                        database.sql("""
                                insert into command (actor, key, name, hash, at)
                                select 'nobody', :key, 'none', '', now() from generate_series(1, 2)""").bind("key", UUID.randomUUID()).fetch().rowsUpdated()))
                .hasCauseInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void staysOnTheConnectionOfItsTransaction() {
        var counting = new Counting(pool);
        var client = new Database(counting);
        var process = client.sql(OWN_PROCESS).mapValue(Integer.class).one();

        var processes = the(Flux.concat(process, process, process)
                .collectList()
                .as(TransactionalOperator.create(new R2dbcTransactionManager(counting))::transactional));

        assertThat(processes.stream().distinct()).hasSize(1);
        assertThat(counting.taken).hasValue(1);
        assertThat(counting.givenBack).hasValue(1);
    }

    @Test
    void givesEachConnectionBackOnce() {
        var counting = new Counting(pool);
        var client = new Database(counting);
        var random = new Random(7);
        var good = client.sql("select n from generate_series(1, 300) as s (n)").mapValue(Integer.class);
        var bad = client.sql("select 1 / (n - 200) from generate_series(1, 300) as s (n)")
                .mapValue(Integer.class);

        the(
                Flux.range(0, 600)
                        .flatMap(
                                i -> Flux.defer((i % 3 == 0 ? bad : good)::all)
                                        .take(Duration.ofNanos(random.nextInt(20_000_000)))
                                        .onErrorResume(_ -> Mono.empty())
                                        .then(),
                                16)
                        .then(Mono.just(true)),
                Duration.ofSeconds(30));

        the(Mono.fromSupplier(() -> counting.taken.get() == counting.givenBack.get()
                        && pool.getMetrics().orElseThrow().acquiredSize() == 0)
                .filter(holds -> holds)
                .repeatWhenEmpty(again -> again.delayElements(Duration.ofMillis(10))));
        assertThat(counting.taken.get()).isGreaterThan(100);
    }

    /// What nobody waits for any more is read to its end: else now and then a connection stays silent for ever.
    @Test
    void leavesNoConnectionSilentBehindWhoeverGoes() {
        var random = new Random(3);
        var rows =
                database.sql("select n from generate_series(1, 300) as s (n)").mapValue(Integer.class);
        var gone = Flux.range(0, GONE)
                .flatMap(i -> Flux.defer(rows::all).take(Duration.ofNanos(random.nextInt(1_000_000))), 16)
                .then(Mono.just(true));
        var slow = database.sql("select pg_sleep(0.02)::text").mapValue(String.class);

        the(gone, Duration.ofSeconds(60));
        var answers = the(Flux.range(0, 64).flatMap(i -> slow.one(), 16).count());

        assertThat(answers).isEqualTo(64);
    }
}
