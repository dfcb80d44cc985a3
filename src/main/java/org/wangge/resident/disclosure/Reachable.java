package org.wangge.resident.disclosure;

import io.r2dbc.spi.Readable;
import java.util.HexFormat;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.access.personal.Keyrings;
import org.wangge.graphql.Rows;
import org.wangge.grid.GridKey;
import org.wangge.resident.LedgerSight;
import org.wangge.resident.ResidentId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The residents within somebody's reach: who they are, by which number they are found, and what is
/// sealed of them. Here alone cells of residents are opened for others.
@Component
class Reachable {
    private static final int MOST_WITH_ONE_PHONE = 20;

    private final DatabaseClient database;
    private final Keyrings keyrings;

    Reachable(DatabaseClient database, Keyrings keyrings) {
        this.database = database;
        this.keyrings = keyrings;
    }

    /// Empty when there is no such resident, or not within reach.
    Mono<Subject> find(ResidentId id, LedgerSight reach) {
        var where = reach.residents().and("r.id = :id", "id", id.value());
        return where.bind(database.sql("select r.id, r.grid_key\nfrom resident r" + where.sql()))
                .map(Reachable::subject)
                .one();
    }

    /// Tells one number from another, and nothing to whoever has no key.
    Mono<String> fingerprint(Sought sought) {
        return keyrings.current()
                .map(keyring -> keyring.index(sought.field().place(), sought.number()))
                .map(HexFormat.of()::formatHex);
    }

    /// Those who have the number, at most 20; only a phone is shared by several.
    Flux<Subject> having(Sought sought, LedgerSight reach) {
        return keyrings.current()
                .map(keyring -> keyring.indexes(sought.field().place(), sought.number()))
                .flatMapMany(indexes -> having(sought.field(), indexes, reach));
    }

    /// The values in clear, in the order of the fields asked for.
    Mono<List<RevealedValue>> open(ResidentId id, List<PersonalField> fields, LedgerSight reach) {
        var where = reach.residents().and("r.id = :id", "id", id.value());
        var cells = where.bind(database.sql(
                        "select r.name_cell, r.id_document_cell, r.phone_cell\nfrom resident r" + where.sql()))
                .map(row -> new SealedRow(id.value(), row))
                .one();
        return keyrings.current().zipWith(cells, (keyring, row) -> row.opened(fields, keyring));
    }

    private Flux<Subject> having(PersonalField field, byte[][] indexes, LedgerSight reach) {
        var where = reach.residents().and("r." + field.column() + "_index = any(:indexes)", "indexes", indexes);
        return where.bind(database.sql("select r.id, r.grid_key\nfrom resident r" + where.sql()
                        + "\norder by r.id\nlimit " + MOST_WITH_ONE_PHONE))
                .map(Reachable::subject)
                .all();
    }

    private static Subject subject(Readable row) {
        return new Subject(Rows.uuid(row, "id"), new GridKey(Rows.text(row, "grid_key")));
    }
}
