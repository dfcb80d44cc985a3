package org.wangge.local.street;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.wangge.local.street.seed.Sheet;

/// One loading of a street into an empty database, within the transaction of its connection.
final class Loading {
    private final Connection connection;
    private final CopyManager copies;

    Loading(Connection connection) throws SQLException {
        this.connection = connection;
        this.copies = connection.unwrap(PGConnection.class).getCopyAPI();
    }

    /// Two that load at once do so one after the other, and the second finds the street there.
    void begin() throws SQLException {
        run("lock table grid in share row exclusive mode");
        if (!DemoStreet.isEmpty(connection)) {
            throw new IllegalStateException("There are grids already: the demo street needs an empty database");
        }
    }

    void load(Growth growth) throws SQLException {
        var scaffold = new Scaffold(connection);
        scaffold.takeDown();
        for (var part : growth.parts()) {
            for (var sheet : part.get()) {
                copy(sheet);
            }
        }
        run("select setval('service_certificate_no', (select count(*) from service_certificate))");
        loadEvents(growth);
        scaffold.putUp();
        run("analyze");
    }

    /// The subdistrict's row has made its stream; the stream counts what is put into it.
    private void loadEvents(Growth growth) throws SQLException {
        var streamNo = streamOf(growth.street().id());
        var events = growth.events(streamNo);
        copy(events);
        copy(growth.caseNumbers(streamNo));
        run("update stream set n = " + events.rows() + " where no = " + streamNo);
    }

    private int streamOf(UUID gridId) throws SQLException {
        try (var statement = connection.prepareStatement("select no from stream where grid_id = ?")) {
            statement.setObject(1, gridId);
            try (var found = statement.executeQuery()) {
                found.next();
                return found.getInt(1);
            }
        }
    }

    private void copy(Sheet sheet) throws SQLException {
        try {
            copies.copyIn(sheet.statement(), sheet.open(), 1 << 16);
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }

    private void run(String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
