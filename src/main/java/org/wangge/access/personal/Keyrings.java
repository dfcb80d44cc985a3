package org.wangge.access.personal;

import io.r2dbc.spi.Readable;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Rows;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The keys in use, as the database has them now: another node may have begun to change them.
@Component
public class Keyrings {
    private final DatabaseClient database;
    private final MasterKey master;
    private volatile @Nullable Known known;

    Keyrings(DatabaseClient database, MasterKey master) {
        this.database = database;
        this.master = master;
    }

    /// One short statement; keys are opened once.
    public Mono<Keyring> current() {
        return database.sql("""
                        select id, state
                        from data_key
                        where state <> 'DESTROYED'
                        order by id""").map(Keyrings::listed).all().collectList().flatMap(this::keyring);
    }

    private Mono<Keyring> keyring(List<Listed> list) {
        var last = known;
        if (last != null && last.list().equals(list)) {
            return Mono.just(last.keyring());
        }
        Map<Integer, DataKey> opened = last == null ? Map.of() : last.keys();
        var unknown = list.stream().map(Listed::id).filter(id -> !opened.containsKey(id));
        return open(unknown.toArray(Integer[]::new))
                .collectMap(DataKey::id)
                .map(found -> Known.of(list, opened, found))
                .doOnNext(now -> known = now)
                .map(Known::keyring);
    }

    private Flux<DataKey> open(Integer[] ids) {
        return database.sql("""
                        select id, algorithm, wrapped
                        from data_key
                        where id = any(:ids) and wrapped is not null""").bind("ids", ids).map(this::opened).all();
    }

    private DataKey opened(Readable row) {
        var algorithm = Rows.constant(row, "algorithm", Algorithm.class);
        var wrapped = new WrappedKey(Rows.number(row, "id"), algorithm, Rows.get(row, "wrapped", byte[].class));
        try {
            return wrapped.open(master);
        } catch (GeneralSecurityException foreign) {
            throw new IllegalStateException("data key " + wrapped.id() + " was wrapped by another master key", foreign);
        }
    }

    private static Listed listed(Readable row) {
        return new Listed(Rows.number(row, "id"), Rows.constant(row, "state", KeyState.class));
    }

    private record Listed(int id, KeyState state) {}

    /// What was listed, and the keys of it that could be read; one may be destroyed in between.
    private record Known(List<Listed> list, Map<Integer, DataKey> keys, Keyring keyring) {
        static Known of(List<Listed> list, Map<Integer, DataKey> opened, Map<Integer, DataKey> found) {
            var keys = new HashMap<Integer, DataKey>();
            list.forEach(one -> keys.compute(one.id(), (id, none) -> opened.getOrDefault(id, found.get(id))));
            keys.values().removeIf(Objects::isNull);
            var current = list.stream()
                    .filter(one -> one.state() == KeyState.CURRENT)
                    .map(one -> Objects.requireNonNull(keys.get(one.id())))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no data key is current"));
            return new Known(list, Map.copyOf(keys), new Keyring(current, keys.values()));
        }
    }
}
