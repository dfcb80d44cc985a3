package org.wangge.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.wangge.access.personal.Algorithm;
import org.wangge.access.personal.CellPlace;
import org.wangge.access.personal.KeyCabinet;
import org.wangge.access.personal.Keyring;
import org.wangge.access.personal.MasterKey;
import org.wangge.town.RunningWangge;

/// Who carries off the files of the database and all that the server said, but not the master key,
/// has nobody's id number and nobody's phone.
class DumpTests {
    @TempDir
    static Path temporary;

    private final Path data = temporary.resolve("data");
    private RunningWangge wangge = RunningWangge.start(data);

    @AfterEach
    void stop() throws InterruptedException {
        wangge.stop();
    }

    @Test
    void findsNoNumberAfterABusyRun() throws Exception {
        wangge.untilReady();
        var keyring = keyring();
        var people = people(keyring);
        var numbers = new ArrayList<String>();
        for (var person : people) {
            numbers.addAll(List.of(person.idDocument, person.phone, "100" + person.phone.substring(3) + "0"));
        }

        ask(people);
        change(keyring, people);
        fail(people);
        wangge.terminated();

        var dump = new Dump(numbers);
        assertThat(numbers).hasSize(3_000);
        assertThat(dump.found(data)).isEmpty();
        assertThat(dump.isIn(wangge.output().getBytes(StandardCharsets.UTF_8))).isFalse();
        // What is kept in clear is found, so the search is one.
        assertThat(new Dump(List.of("999999001001", "云溪街道")).found(data.resolve("cluster/base")))
                .isNotEmpty();
        assertThat(new Dump(List.of("云溪街道")).found(data.resolve("cluster/pg_wal")))
                .isNotEmpty();
    }

    /// Requests that hold numbers where they are right and where they are wrong.
    private void ask(List<Person> people) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            for (var person : people.subList(0, 200)) {
                for (var body : List.of(
                        "{\"query\":\"query($n: ID!) { node(id: $n) { id } }\",\"variables\":{\"n\":\"%s\"}}",
                        "{\"query\":\"{ node(id: \\\"%s\\\") { id } }\"}",
                        "{\"query\":\"{ unknown(phone: \\\"%s\\\") }\"}",
                        "%s")) {
                    var request = HttpRequest.newBuilder(URI.create(wangge.http() + "/graphql"))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(
                                    body.formatted(body.length() % 2 == 0 ? person.phone : person.idDocument)))
                            .build();
                    client.send(request, HttpResponse.BodyHandlers.discarding());
                }
            }
        }
    }

    /// Everybody gets another phone, and is looked up by it.
    private void change(Keyring keyring, List<Person> people) throws SQLException, IOException {
        try (var connection = wangge.database();
                var update = connection.prepareStatement(
                        "update resident set phone_cell = ?, phone_index = ? where id = ? and id_document_index = ?")) {
            for (var person : people) {
                var phone = "100" + person.phone.substring(3) + "0";
                update.setBytes(1, keyring.seal(phone, new CellPlace("resident.phone", person.id)));
                update.setBytes(2, keyring.index("resident.phone", phone));
                update.setObject(3, person.id);
                update.setBytes(4, keyring.index("resident.id_document", person.idDocument));
                assertThat(update.executeUpdate()).isEqualTo(1);
            }
        }
    }

    /// Statements that fail with a number as their parameter, or in the text of the error.
    private void fail(List<Person> people) throws SQLException, IOException {
        try (var connection = wangge.database()) {
            for (var person : people.subList(0, 50)) {
                refused(connection, "select ?::text::boolean", person.phone);
                refused(connection, "insert into resident (source) values (?)", person.idDocument);
            }
        }
    }

    private static void refused(Connection connection, String sql, String number) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, number);
            statement.execute();
            throw new AssertionError("not refused: " + sql);
        } catch (SQLException refused) {
            assertThat(refused.getSQLState()).startsWith("2");
        }
    }

    private Keyring keyring() throws SQLException, IOException {
        var master = MasterKey.read(Files.readString(data.resolve("keys/master")));
        try (var connection = wangge.database()) {
            var source = new PGSimpleDataSource();
            source.setUrl(connection.getMetaData().getURL());
            source.setUser("wangge");
            source.setPassword(Files.readString(data.resolve("password")));
            return new KeyCabinet(Objects.requireNonNull(master), Algorithm.AES_256_GCM).open(source);
        }
    }

    private List<Person> people(Keyring keyring) throws SQLException, IOException {
        var people = new ArrayList<Person>();
        try (var connection = wangge.database();
                var rows = connection
                        .createStatement()
                        .executeQuery("select id, id_document_cell, phone_cell from resident"
                                + " where phone_cell is not null order by md5(id::text) limit 1000")) {
            while (rows.next()) {
                var id = rows.getObject(1, UUID.class);
                people.add(new Person(
                        id,
                        keyring.open(rows.getBytes(2), new CellPlace("resident.id_document", id)),
                        keyring.open(rows.getBytes(3), new CellPlace("resident.phone", id))));
            }
        }
        return people;
    }

    private record Person(UUID id, String idDocument, String phone) {}
}
