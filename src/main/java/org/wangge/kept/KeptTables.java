package org.wangge.kept;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Rows;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The tables of which each node has a copy. The database counts their changes in `kept_table`, in the
/// transaction of the change.
@Component
public class KeptTables {
    private final DatabaseClient database;
    private final Map<String, Kept<?>> tables = new ConcurrentHashMap<>();

    private record Version(String table, long number) {}

    KeptTables(DatabaseClient database) {
        this.database = database;
    }

    /// @param table one with a trigger that counts its changes
    /// @param reading reads all of it
    public <T> Kept<T> keep(String table, Mono<T> reading) {
        var kept = new Kept<>(reading);
        tables.put(table, kept);
        return kept;
    }

    /// Reads again what has changed.
    public Mono<Void> lookAgain() {
        return versions()
                .flatMapMany(Flux::fromIterable)
                .concatMap(this::reached)
                .then();
    }

    /// Read to the end first, so that a look takes one connection at a time.
    private Mono<List<Version>> versions() {
        return database.sql("select name, version from kept_table order by name")
                .map(row -> new Version(Rows.text(row, "name"), Rows.get(row, "version", Long.class)))
                .all()
                .collectList();
    }

    private Mono<Void> reached(Version version) {
        var kept = tables.get(version.table());
        return kept == null ? Mono.empty() : kept.reached(version.number());
    }
}
