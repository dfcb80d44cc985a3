package org.wangge.access.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wangge.town.Awaited.the;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.wangge.access.Personal;
import org.wangge.graphql.Rows;
import org.wangge.town.Graph;
import org.wangge.town.StreetTest;
import org.wangge.town.TestPostgres;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// A change of keys over the whole demo street, while people open, look up and change what is sealed.
@StreetTest
@TestPropertySource(properties = "wangge.personal.rest=2s")
@DirtiesContext
class KeyRotationTests {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(5);
    private static final int PEOPLE = 2_000;

    @Autowired
    Graph graph;

    @Autowired
    DatabaseClient database;

    @Autowired
    Keyrings keyrings;

    @Autowired
    Rotations rotations;

    @Autowired
    Rewriting rewriting;

    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger found = new AtomicInteger();
    private final AtomicInteger changed = new AtomicInteger();

    @Test
    void losesNoCellAndMissesNoLookup() throws SQLException {
        var people = people();
        sealVolunteer();
        var total = the(rewriting.total());

        the(rotations.begin(Algorithm.SM4_GCM, rewriting.fields(), total, Instant.EPOCH));
        the(
                work(people)
                        .takeUntilOther(isDone())
                        .then()
                        .timeout(PATIENCE, rotations.latest().then())
                        .thenReturn(true),
                PATIENCE.multipliedBy(2));

        assertThat(wrong).isEmpty();
        assertThat(the(rotations.latest()).state()).isEqualTo(KeyRotationState.DONE);
        assertThat(opened.get()).isGreaterThan(1_000);
        assertThat(found.get()).isGreaterThan(1_000);
        assertThat(changed.get()).isGreaterThan(100);
        assertThat(rows("select state, algorithm, wrapped is null from data_key order by id"))
                .containsExactly("DESTROYED AES_256_GCM true", "CURRENT SM4_GCM false");
        for (var column : rewriting.columns()) {
            assertThat(rows("select distinct substring(%1$s from 1 for 5)::text from %2$s where %1$s is not null"
                            .formatted(column.cell(), column.table())))
                    .isSubsetOf("\\x0200000002");
        }
        assertThat(rows("select distinct substring(phone_index from 1 for 4)::text from resident"
                        + " where phone_index is not null"))
                .containsExactly("\\x00000002");
        assertThat(the(rotations.latest()).done()).isGreaterThanOrEqualTo(total - changed.get());
        assertOpensAll();
    }

    /// Somebody who is in no ledger.
    private void sealVolunteer() {
        var id = UUID.randomUUID();
        var cell = the(keyrings.current()).seal("司徒远山", new CellPlace("volunteer.name", id));
        TestPostgres.execute(graph.database(), """
                insert into volunteer (id, grid_id, grid_key, name_mask, name_cell, joined_at)
                select '%s', id, grid_key, '司*', '\\x%s', now() from grid order by grid_key limit 1""".formatted(id, HexFormat.of().formatHex(cell)));
    }

    /// Each person is somebody's own, so that nobody else changes the phone that is looked up.
    private Flux<Void> work(List<Person> people) {
        var shares = new ArrayList<Flux<Void>>();
        for (var worker = 0; worker < 6; worker++) {
            var no = worker;
            var own = people.stream().filter(person -> person.no % 6 == no).toList();
            var dice = new Random(no);
            shares.add(Mono.defer(() -> act(own.get(dice.nextInt(own.size())), dice))
                    .repeatWhen(acts -> acts.delayElements(PAUSE))
                    .onErrorResume(failure -> Mono.fromRunnable(() -> wrong.add(failure.toString()))));
        }
        return Flux.merge(shares);
    }

    private Mono<Void> act(Person person, Random dice) {
        return switch (dice.nextInt(5)) {
            case 0 -> change(person, "100%08d".formatted(dice.nextInt(100_000_000)));
            case 1, 2 -> open(person);
            case 3 -> lookUp(person, "resident.phone", person.phone);
            default -> lookUp(person, "resident.id_document", person.idDocument);
        };
    }

    private Mono<Void> open(Person person) {
        return keyrings.current()
                .flatMap(keyring -> database.sql("select phone_cell, name_cell from resident where id = :id")
                        .bind("id", person.id)
                        .map(row -> {
                            keyring.open(Rows.get(row, "name_cell", byte[].class), place("resident.name", person));
                            return keyring.open(
                                    Rows.get(row, "phone_cell", byte[].class), place("resident.phone", person));
                        })
                        .one())
                .doOnNext(phone -> check(phone.equals(person.phone), "another phone"))
                .doOnNext(phone -> opened.incrementAndGet())
                .then();
    }

    private Mono<Void> lookUp(Person person, String field, String value) {
        return keyrings.current()
                .flatMapMany(keyring -> database.sql("select id from resident where %s_index = any(:indexes)"
                                .formatted(field.substring(field.indexOf('.') + 1)))
                        .bind("indexes", keyring.indexes(field, value))
                        .map(row -> Rows.uuid(row, "id"))
                        .all())
                .collectList()
                .doOnNext(ids -> check(ids.contains(person.id), "not found by " + field))
                .doOnNext(ids -> found.incrementAndGet())
                .then();
    }

    private Mono<Void> change(Person person, String phone) {
        return keyrings.current()
                .flatMap(keyring -> database.sql("""
                                update resident
                                set phone_cell = :cell, phone_index = :index, phone_mask = :mask
                                where id = :id""")
                        .bind("cell", keyring.seal(phone, place("resident.phone", person)))
                        .bind("index", keyring.index("resident.phone", phone))
                        .bind("mask", Personal.phone(phone).display())
                        .bind("id", person.id)
                        .fetch()
                        .rowsUpdated())
                .doOnNext(rows -> person.phone = phone)
                .doOnNext(rows -> changed.incrementAndGet())
                .then();
    }

    private Flux<KeyRotation> isDone() {
        return rotations
                .latest()
                .repeatWhen(answers -> answers.delayElements(Duration.ofMillis(200)))
                .filter(rotation -> rotation.state() == KeyRotationState.DONE);
    }

    private void assertOpensAll() throws SQLException {
        var keyring = the(keyrings.current());
        var count = 0;
        for (var column : rewriting.columns()) {
            try (var connection = TestPostgres.connect(graph.database());
                    var cells = connection
                            .createStatement()
                            .executeQuery(
                                    "select %s, %s from %s".formatted(column.id(), column.cell(), column.table()))) {
                while (cells.next()) {
                    if (cells.getBytes(2) != null) {
                        keyring.open(cells.getBytes(2), new CellPlace(column.field(), cells.getObject(1, UUID.class)));
                        count++;
                    }
                }
            }
        }
        assertThat(count).isEqualTo(the(rewriting.total())).isGreaterThan(150_000);
    }

    private List<Person> people() throws SQLException {
        var keyring = the(keyrings.current());
        var people = new ArrayList<Person>();
        try (var connection = TestPostgres.connect(graph.database());
                var rows = connection
                        .createStatement()
                        .executeQuery("select id, phone_cell, id_document_cell from resident"
                                + " where phone_cell is not null order by md5(id::text) limit " + PEOPLE)) {
            while (rows.next()) {
                var id = rows.getObject(1, UUID.class);
                people.add(new Person(
                        people.size(),
                        id,
                        keyring.open(rows.getBytes(2), new CellPlace("resident.phone", id)),
                        keyring.open(rows.getBytes(3), new CellPlace("resident.id_document", id))));
            }
        }
        return people;
    }

    private List<String> rows(String query) throws SQLException {
        try (var connection = TestPostgres.connect(graph.database());
                var found = connection.createStatement().executeQuery(query)) {
            var rows = new ArrayList<String>();
            while (found.next()) {
                var cells = new ArrayList<String>();
                for (var i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    cells.add(String.valueOf(found.getObject(i)));
                }
                rows.add(String.join(" ", cells));
            }
            return rows;
        }
    }

    private void check(boolean right, String otherwise) {
        if (!right) {
            wrong.add(otherwise);
        }
    }

    private static CellPlace place(String field, Person person) {
        return new CellPlace(field, person.id);
    }

    /// Somebody, with the phone they have at the moment.
    private static final class Person {
        private final int no;
        private final UUID id;
        private volatile String phone;
        private final String idDocument;

        private Person(int no, UUID id, String phone, String idDocument) {
            this.no = no;
            this.id = id;
            this.phone = phone;
            this.idDocument = idDocument;
        }
    }
}
