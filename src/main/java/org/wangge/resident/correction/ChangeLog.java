package org.wangge.resident.correction;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.access.Personal;
import org.wangge.access.Role;
import org.wangge.graphql.Batch;
import org.wangge.graphql.Rows;
import org.wangge.resident.LedgerSight;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What was corrected in the database.
@Component
public class ChangeLog {
    private static final int MOST_IN_ONE = 100;

    private final DatabaseClient database;

    ChangeLog(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> note(Kept kept, Facts facts, Change change) {
        return Flux.fromIterable(masks(facts).entrySet())
                .concatMap(field -> note(kept, field.getKey(), field.getValue(), change))
                .then();
    }

    /// What was corrected of each, the newest first, at most 100.
    public Mono<Map<UUID, List<ResidentChange>>> of(Collection<UUID> residents, LedgerSight sight) {
        var where = sight.residents().and("r.id = k.resident_id");
        var found = where.bind(database.sql("select changed.*\nfrom unnest(:residents) as k (resident_id)\n"
                        + "cross join lateral (select c.resident_id, c.field, c.old_mask, c.new_mask, c.at, c.member_id,"
                        + " c.role, c.source\nfrom resident r join resident_change c on c.resident_id = r.id"
                        + where.sql()
                        + "\norder by c.at desc, c.id\nlimit " + MOST_IN_ONE + ") as changed"))
                .bind("residents", Batch.ids(residents))
                .map(ChangeLog::row)
                .all();
        return Batch.grouped(residents, found.map(change -> Map.entry(change.residentId(), change)));
    }

    /// Even masks are not kept of somebody whose record was emptied.
    Mono<Long> forget(UUID resident) {
        return database.sql("""
                        with unmasked as (
                          update record_request set proposed_mask = '*' where resident_id = :resident and proposed_mask <> '*'
                        )
                        update resident_change
                        set old_mask = '*', new_mask = '*'
                        where resident_id = :resident and field in ('NAME', 'ID_DOCUMENT', 'PHONE', 'CARE_NEEDS')""").bind("resident", resident).fetch().rowsUpdated();
    }

    private Mono<Long> note(Kept kept, RecordField field, String mask, Change change) {
        return database.sql("""
                        insert into resident_change (resident_id, field, old_mask, new_mask, at, actor, member_id, role, source)
                        values (:resident, :field, :old, :new, :at, :actor, :member, :role, :source)""")
                .bind("resident", kept.residentId())
                .bind("field", field.name())
                .bind("old", Rows.orNull(kept.masks().get(field), String.class))
                .bind("new", mask)
                .bind("at", change.at())
                .bind("actor", change.actor())
                .bind("member", Rows.orNull(change.memberId(), UUID.class))
                .bind("role", change.role().name())
                .bind("source", change.source())
                .fetch()
                .rowsUpdated();
    }

    private static Map<RecordField, String> masks(Facts facts) {
        Map<RecordField, String> masks = new EnumMap<>(RecordField.class);
        var document = facts.idDocument();
        put(masks, RecordField.NAME, facts.name() == null ? null : Personal.name(facts.name()));
        put(masks, RecordField.ID_DOCUMENT, document == null ? null : Personal.idDocument(document.number()));
        put(masks, RecordField.PHONE, facts.phone() == null ? null : Personal.phone(facts.phone()));
        put(masks, RecordField.RESIDENCY, facts.residency());
        put(masks, RecordField.RELATION, facts.relation());
        put(masks, RecordField.CARE_NEEDS, facts.careNeeds() == null ? null : Kept.NEEDS);
        return masks;
    }

    private static void put(Map<RecordField, String> masks, RecordField field, @Nullable Object shown) {
        if (shown != null) {
            masks.put(field, shown.toString());
        }
    }

    private static ResidentChange row(Readable row) {
        return new ResidentChange(
                Rows.uuid(row, "resident_id"),
                Rows.constant(row, "field", RecordField.class),
                row.get("old_mask", String.class),
                Rows.text(row, "new_mask"),
                Rows.get(row, "at", Instant.class),
                row.get("member_id", UUID.class),
                Rows.constant(row, "role", Role.class),
                Rows.text(row, "source"));
    }
}
