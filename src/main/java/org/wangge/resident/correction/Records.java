package org.wangge.resident.correction;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import org.wangge.access.Personal;
import org.wangge.access.personal.CellPlace;
import org.wangge.access.personal.Keyring;
import org.wangge.access.personal.Keyrings;
import org.wangge.graphql.Batch;
import org.wangge.graphql.Rows;
import org.wangge.grid.Scope;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.resident.ResidentId;
import reactor.core.publisher.Mono;

/// Writes residents' records; each change is noted with it.
@Component
public class Records {
    private final DatabaseClient database;
    private final Keyrings keyrings;
    private final ChangeLog log;

    Records(DatabaseClient database, Keyrings keyrings, ChangeLog log) {
        this.database = database;
        this.keyrings = keyrings;
        this.log = log;
    }

    /// The record, which nobody else changes until the transaction ends.
    public Mono<Kept> lock(ResidentId id, Scope scope) {
        var where = scope.limit("r.grid_key").and("r.id = :id", "id", id.value());
        return where.bind(database.sql(
                        "select " + Kept.COLUMNS + "\nfrom resident r" + where.sql() + "\nfor update of r"))
                .map(Kept::row)
                .one();
    }

    /// Writes the facts that are given, and that the record is verified; the new version.
    ///
    /// @throws org.wangge.refusal.Refused INPUT_REJECTED when the document cannot be of this resident, or the
    /// household has another head
    public Mono<Integer> change(Kept kept, Facts facts, Change change, Facts.Paths paths) {
        kept.requireAgreement(facts.idDocument(), paths.of(RecordField.ID_DOCUMENT));
        return keyrings.current()
                .flatMap(keyring -> update(kept, facts, change, keyring))
                .onErrorMap(
                        DataIntegrityViolationException.class,
                        taken -> Problems.single(paths.of(RecordField.RELATION), ProblemCode.DUPLICATE))
                .delayUntil(version -> log.note(kept, facts, change));
    }

    /// Whoever came to this record by another phone than the one that staff found comes to it no more.
    Mono<Long> release(UUID resident, @Nullable String phone) {
        if (phone == null) {
            return Mono.just(0L);
        }
        return keyrings.current()
                .flatMap(keyring -> database.sql("""
                                update account a
                                set resident_id = null
                                where a.resident_id = :resident
                                  and not exists (
                                    select 1 from account_phone p
                                    where p.account_id = a.id and p.phone_index = any(:indexes))""")
                        .bind("resident", resident)
                        .bind("indexes", keyring.indexes("account.phone", phone))
                        .fetch()
                        .rowsUpdated());
    }

    /// Leaves of a record what statistics need: name, id document, phone and care needs go, also from
    /// what was corrected and asked for before. The version it has now.
    public Mono<Integer> anonymise(UUID resident, Instant now) {
        return keyrings.current()
                .map(keyring -> keyring.seal("", new CellPlace("resident.name", resident)))
                .flatMap(nothing -> emptied(resident, nothing, now))
                .delayUntil(version -> log.forget(resident));
    }

    private Mono<Integer> emptied(UUID resident, byte[] nothing, Instant now) {
        return database.sql("""
                        update resident
                        set name_cell = :nothing, name_mask = '*',
                            id_document_type = null, id_document_cell = null, id_document_index = null,
                            id_document_mask = null, id_document_contradicts = false,
                            phone_cell = null, phone_index = null, phone_mask = null,
                            care_needs = '{}', anonymised_at = :now, version = version + 1
                        where id = :id
                        returning version""")
                .bind("nothing", nothing)
                .bind("now", now)
                .bind("id", resident)
                .map(row -> Rows.number(row, "version"))
                .one();
    }

    private Mono<Integer> update(Kept kept, Facts facts, Change change, Keyring keyring) {
        var statement = database.sql("""
                        update resident
                        set name_cell = coalesce(:nameCell, name_cell),
                            name_mask = coalesce(:nameMask, name_mask),
                            id_document_type = coalesce(:documentType, id_document_type),
                            id_document_cell = coalesce(:documentCell, id_document_cell),
                            id_document_index = coalesce(:documentIndex, id_document_index),
                            id_document_mask = coalesce(:documentMask, id_document_mask),
                            id_document_contradicts = id_document_contradicts and :documentType is null,
                            phone_cell = coalesce(:phoneCell, phone_cell),
                            phone_index = coalesce(:phoneIndex, phone_index),
                            phone_mask = coalesce(:phoneMask, phone_mask),
                            residency = coalesce(:residency, residency),
                            relation = coalesce(:relation, relation),
                            care_needs = coalesce(:careNeeds, care_needs),
                            verified_at = :verifiedAt,
                            source = :source,
                            anonymised_at = null,
                            version = version + 1
                        where id = :id and version = :version
                        returning version""")
                .bind("id", kept.residentId())
                .bind("version", kept.version())
                .bind("verifiedAt", change.verifiedAt())
                .bind("source", change.source());
        return plain(sealed(statement, kept.residentId(), facts, keyring), facts)
                .map(row -> Rows.number(row, "version"))
                .one();
    }

    private static GenericExecuteSpec plain(GenericExecuteSpec statement, Facts facts) {
        var needs = facts.careNeeds();
        return statement
                .bind("residency", Rows.orNull(nameOf(facts.residency()), String.class))
                .bind("relation", Rows.orNull(nameOf(facts.relation()), String.class))
                .bind("careNeeds", Rows.orNull(needs == null ? null : Batch.names(needs), String[].class));
    }

    private static GenericExecuteSpec sealed(
            GenericExecuteSpec statement, UUID resident, Facts facts, Keyring keyring) {
        var document = facts.idDocument();
        var number = document == null ? null : document.number();
        var phone = facts.phone() == null ? null : new Phone(facts.phone()).kept();
        return statement
                .bind("nameCell", cell(keyring, "resident.name", resident, facts.name()))
                .bind("nameMask", mask(facts.name() == null ? null : Personal.name(facts.name())))
                .bind(
                        "documentType",
                        Rows.orNull(document == null ? null : document.type().name(), String.class))
                .bind("documentCell", cell(keyring, "resident.id_document", resident, number))
                .bind("documentIndex", index(keyring, "resident.id_document", number))
                .bind("documentMask", mask(number == null ? null : Personal.idDocument(number)))
                .bind("phoneCell", cell(keyring, "resident.phone", resident, phone))
                .bind("phoneIndex", index(keyring, "resident.phone", phone))
                .bind("phoneMask", mask(phone == null ? null : Personal.phone(phone)));
    }

    private static Object cell(Keyring keyring, String field, UUID resident, @Nullable String clear) {
        return Rows.orNull(clear == null ? null : keyring.seal(clear, new CellPlace(field, resident)), byte[].class);
    }

    private static Object index(Keyring keyring, String field, @Nullable String clear) {
        return Rows.orNull(clear == null ? null : keyring.index(field, clear), byte[].class);
    }

    private static Object mask(@Nullable Personal personal) {
        return Rows.orNull(personal == null ? null : personal.display(), String.class);
    }

    private static @Nullable String nameOf(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }
}
