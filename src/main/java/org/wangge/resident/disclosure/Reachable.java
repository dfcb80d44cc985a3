package org.wangge.resident.disclosure;

import io.r2dbc.spi.Readable;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import org.wangge.access.personal.Keyrings;
import org.wangge.graphql.Rows;
import org.wangge.grid.GridKey;
import org.wangge.grid.Scope;
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
    Mono<Subject> find(ResidentId id, Reach reach) {
        return within(reach, database.sql("""
                        select r.id, r.grid_key
                        from resident r
                        where r.id = :id
                          and (r.id = :own::uuid
                            or exists (
                              select 1 from unnest(:wholeFrom::text[], :wholeTo::text[]) as s (low, high)
                              where r.grid_key >= s.low and r.grid_key < s.high)
                            or r.care_needs <> '{}' and exists (
                              select 1 from unnest(:careFrom::text[], :careTo::text[]) as s (low, high)
                              where r.grid_key >= s.low and r.grid_key < s.high))""").bind("id", id.value()))
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
    Flux<Subject> having(Sought sought, Reach reach) {
        return keyrings.current()
                .map(keyring -> keyring.indexes(sought.field().place(), sought.number()))
                .flatMapMany(indexes -> within(
                                reach,
                                database.sql("""
                                select r.id, r.grid_key
                                from resident r
                                where (:isPhone::boolean and r.phone_index = any(:indexes)
                                    or not :isPhone::boolean and r.id_document_index = any(:indexes))
                                  and (r.id = :own::uuid
                                    or exists (
                                      select 1 from unnest(:wholeFrom::text[], :wholeTo::text[]) as s (low, high)
                                      where r.grid_key >= s.low and r.grid_key < s.high)
                                    or r.care_needs <> '{}' and exists (
                                      select 1 from unnest(:careFrom::text[], :careTo::text[]) as s (low, high)
                                      where r.grid_key >= s.low and r.grid_key < s.high))
                                order by r.id
                                limit :limit""")
                                        .bind("isPhone", sought.field() == PersonalField.PHONE)
                                        .bind("indexes", indexes)
                                        .bind("limit", MOST_WITH_ONE_PHONE))
                        .map(Reachable::subject)
                        .all());
    }

    /// The values in clear, in the order of the fields asked for.
    Mono<List<RevealedValue>> open(ResidentId id, List<PersonalField> fields, Reach reach) {
        var cells = within(reach, database.sql("""
                        select r.name_cell, r.id_document_cell, r.phone_cell
                        from resident r
                        where r.id = :id
                          and (r.id = :own::uuid
                            or exists (
                              select 1 from unnest(:wholeFrom::text[], :wholeTo::text[]) as s (low, high)
                              where r.grid_key >= s.low and r.grid_key < s.high)
                            or r.care_needs <> '{}' and exists (
                              select 1 from unnest(:careFrom::text[], :careTo::text[]) as s (low, high)
                              where r.grid_key >= s.low and r.grid_key < s.high))""").bind("id", id.value()))
                .map(row -> new SealedRow(id.value(), row))
                .one();
        return keyrings.current().zipWith(cells, (keyring, row) -> row.opened(fields, keyring));
    }

    private static GenericExecuteSpec within(Reach reach, GenericExecuteSpec statement) {
        return statement
                .bind("own", Rows.orNull(reach.own(), UUID.class))
                .bind("wholeFrom", from(reach.whole()))
                .bind("wholeTo", to(reach.whole()))
                .bind("careFrom", from(reach.care()))
                .bind("careTo", to(reach.care()));
    }

    private static String[] from(Scope scope) {
        return scope.subtrees().stream().map(GridKey::path).toArray(String[]::new);
    }

    private static String[] to(Scope scope) {
        return scope.subtrees().stream().map(GridKey::end).toArray(String[]::new);
    }

    private static Subject subject(Readable row) {
        return new Subject(Rows.uuid(row, "id"), new GridKey(Rows.text(row, "grid_key")));
    }
}
