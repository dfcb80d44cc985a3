package org.wangge.resident;

import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.access.ResidentDirectory;
import org.wangge.access.personal.Keyrings;
import org.wangge.graphql.Rows;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Who has which phone, through its blind index. A phone that a family shares names nobody: it must
/// not open the record of another.
@Component
class PhoneBook implements ResidentDirectory {
    private final DatabaseClient database;
    private final Keyrings keyrings;

    PhoneBook(DatabaseClient database, Keyrings keyrings) {
        this.database = database;
        this.keyrings = keyrings;
    }

    @Override
    public Mono<UUID> residentByPhone(String phone) {
        return keyrings.current()
                .map(keyring -> keyring.indexes("resident.phone", phone))
                .flatMapMany(this::having)
                .collectList()
                .filter(found -> found.size() == 1)
                .map(List::getFirst);
    }

    private Flux<UUID> having(byte[][] indexes) {
        return database.sql("""
                        select id
                        from resident
                        where status = 'ACTIVE' and phone_index = any(:indexes)
                        limit 2""")
                .bind("indexes", indexes)
                .map(row -> Rows.uuid(row, "id"))
                .all();
    }
}
