package org.wangge.resident;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.access.NodeSource;
import org.wangge.access.Personal;
import org.wangge.access.Viewer;
import org.wangge.graphql.Batch;
import org.wangge.graphql.Node;
import org.wangge.graphql.Rows;
import org.wangge.graphql.page.Conditions;
import org.wangge.graphql.page.Connection;
import org.wangge.graphql.page.Listing;
import org.wangge.graphql.page.PageRequest;
import org.wangge.graphql.page.Pages;
import org.wangge.grid.GridId;
import org.wangge.grid.Scope;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The residents in the database.
@Component
public class Residents implements NodeSource {
    static final String COLUMNS = """
            r.id, r.grid_id, r.household_id, r.name_mask, r.id_document_mask, r.phone_mask, r.sex, r.birth_on,
            r.residency, r.relation, r.care_needs, r.status, r.verified_at, r.source, r.version""";
    private static final Listing<Resident> LIST = new Listing<>(
            COLUMNS,
            "resident r",
            "r.id",
            Residents::row,
            resident -> resident.id().value());

    private final DatabaseClient database;
    private final Pages pages;

    Residents(DatabaseClient database, Pages pages) {
        this.database = database;
        this.pages = pages;
    }

    @Override
    public String type() {
        return ResidentId.TYPE;
    }

    @Override
    public Flux<Node> find(Collection<UUID> ids, Viewer viewer) {
        return all(ids, LedgerSight.of(viewer)).cast(Node.class);
    }

    public Mono<Resident> find(ResidentId id, LedgerSight sight) {
        return all(List.of(id.value()), sight).next();
    }

    public Flux<Resident> all(Collection<UUID> ids, LedgerSight sight) {
        var where = sight.residents().and("r.id = any(:ids)", "ids", Batch.ids(ids));
        return where.bind(database.sql("select " + COLUMNS + "\nfrom resident r" + where.sql()))
                .map(Residents::row)
                .all();
    }

    Mono<Connection<Resident>> page(
            ResidentFilter filter, Scope area, LedgerSight sight, ResidentOrder order, PageRequest page) {
        var where = is(filter.status(), sight.residents()).and(area.limit("r.grid_key", "area"));
        limitPeople(where, filter);
        limitDays(where, filter);
        return pages.page(LIST, where, order.sort(), page);
    }

    private static void limitPeople(Conditions where, ResidentFilter filter) {
        if (filter.householdId() != null) {
            where.and(
                    "r.household_id = :household",
                    "household",
                    filter.householdId().value());
        }
        if (filter.residencies() != null) {
            where.and("r.residency = any(:residencies)", "residencies", Batch.names(filter.residencies()));
        }
        if (filter.careNeeds() != null) {
            where.and(
                    "r.care_needs <> '{}' and r.care_needs && :careNeeds",
                    "careNeeds",
                    Batch.names(filter.careNeeds()));
        }
        if (filter.sex() != null) {
            where.and("r.sex = '" + filter.sex().name() + "'");
        }
    }

    private static void limitDays(Conditions where, ResidentFilter filter) {
        if (filter.bornOn() != null) {
            filter.bornOn().limit(where, "r.birth_on", "filter.bornOn");
        }
        if (filter.verifiedBefore() != null) {
            where.and("r.verified_at < :verifiedBefore", "verifiedBefore", filter.verifiedBefore());
        }
    }

    /// The status stands in the text, one of three, so that the indexes of who lives here are used.
    static Conditions is(ResidentStatus status, Conditions where) {
        return where.and("r.status = '" + status.name() + "'");
    }

    static Resident row(Readable row) {
        return new Resident(
                new ResidentId(Rows.uuid(row, "id")),
                new GridId(Rows.uuid(row, "grid_id")),
                new HouseholdId(Rows.uuid(row, "household_id")),
                Personal.masked(Rows.text(row, "name_mask"), "name"),
                masked(row, "id_document_mask", "idDocument"),
                masked(row, "phone_mask", "phone"),
                Rows.constant(row, "sex", Sex.class),
                Rows.get(row, "birth_on", LocalDate.class),
                Rows.constant(row, "residency", Residency.class),
                Rows.constant(row, "relation", FamilyRelation.class),
                careNeeds(Rows.get(row, "care_needs", String[].class)),
                Rows.constant(row, "status", ResidentStatus.class),
                Rows.get(row, "verified_at", Instant.class),
                Rows.text(row, "source"),
                Rows.number(row, "version"));
    }

    private static @Nullable Personal masked(Readable row, String column, String policy) {
        return Rows.mapped(row, column, String.class, mask -> Personal.masked(mask, policy));
    }

    private static List<CareNeed> careNeeds(String[] names) {
        return Arrays.stream(names).map(CareNeed::valueOf).toList();
    }
}
