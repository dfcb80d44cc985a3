package org.wangge.resident.own;

import io.r2dbc.spi.Readable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.access.personal.CellPlace;
import org.wangge.access.personal.Keyring;
import org.wangge.access.personal.Keyrings;
import org.wangge.graphql.Rows;
import org.wangge.resident.ResidentId;
import reactor.core.publisher.Mono;

/// The facts of one record in clear, for the resident alone.
@Component
class RecordCopy {
    private static final int MOST = 1_000;
    private static final List<String> PLAIN = List.of(
            "birth_on",
            "sex",
            "residency",
            "relation",
            "status",
            "verified_at",
            "source",
            "id_document_type",
            "household",
            "premises",
            "grid");

    private final DatabaseClient database;
    private final Keyrings keyrings;

    RecordCopy(DatabaseClient database, Keyrings keyrings) {
        this.database = database;
        this.keyrings = keyrings;
    }

    Mono<Map<String, Object>> of(ResidentId resident) {
        return keyrings.current()
                .flatMap(keyring -> facts(resident, keyring))
                .zipWith(homes(resident), (facts, homes) -> with(facts, "residence_periods", homes))
                .zipWith(changes(resident), (facts, changes) -> with(facts, "changes", changes));
    }

    private Mono<Map<String, Object>> facts(ResidentId resident, Keyring keyring) {
        return database.sql("""
                        select r.name_cell, r.id_document_cell, r.phone_cell, r.birth_on::text, r.sex, r.residency, r.relation,
                               r.care_needs, r.status, r.verified_at::text, r.source, r.id_document_type, h.no as household,
                               p.address as premises, g.name as grid
                        from resident r
                        join household h on h.id = r.household_id
                        join premises p on p.id = h.premises_id
                        join grid g on g.id = r.grid_id
                        where r.id = :id""")
                .bind("id", resident.value())
                .map(row -> facts(row, resident.value(), keyring))
                .one();
    }

    private static Map<String, Object> facts(Readable row, UUID resident, Keyring keyring) {
        Map<String, Object> facts = new LinkedHashMap<>();
        for (var field : List.of("name", "id_document", "phone")) {
            var cell = row.get(field + "_cell", byte[].class);
            put(facts, field, cell == null ? null : keyring.open(cell, new CellPlace("resident." + field, resident)));
        }
        PLAIN.forEach(column -> put(facts, column, row.get(column, String.class)));
        facts.put("care_needs", List.of(Rows.get(row, "care_needs", String[].class)));
        return facts;
    }

    private Mono<List<Map<String, Object>>> homes(ResidentId resident) {
        return rows("""
                select p.address, l.from_on::text, l.to_on::text
                from residence_period l
                join premises p on p.id = l.premises_id
                where l.resident_id = :id
                order by l.from_on
                limit :most""", resident, "address", "from_on", "to_on");
    }

    private Mono<List<Map<String, Object>>> changes(ResidentId resident) {
        return rows("""
                select c.field, c.old_mask, c.new_mask, c.at::text, c.role, c.source
                from resident_change c
                where c.resident_id = :id
                order by c.at
                limit :most""", resident, "field", "old_mask", "new_mask", "at", "role", "source");
    }

    private Mono<List<Map<String, Object>>> rows(String sql, ResidentId resident, String... columns) {
        return database.sql(sql)
                .bind("id", resident.value())
                .bind("most", MOST)
                .map(row -> texts(row, columns))
                .all()
                .collectList();
    }

    private static Map<String, Object> texts(Readable row, String... columns) {
        Map<String, Object> texts = new LinkedHashMap<>();
        for (var column : columns) {
            put(texts, column, row.get(column, String.class));
        }
        return texts;
    }

    private static Map<String, Object> with(Map<String, Object> facts, String name, Object part) {
        facts.put(name, part);
        return facts;
    }

    private static void put(Map<String, Object> map, String name, @Nullable Object value) {
        if (value != null) {
            map.put(name, value);
        }
    }
}
