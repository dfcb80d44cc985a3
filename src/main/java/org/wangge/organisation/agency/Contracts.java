package org.wangge.organisation.agency;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.access.NodeSource;
import org.wangge.access.Viewer;
import org.wangge.graphql.Batch;
import org.wangge.graphql.Node;
import org.wangge.graphql.Rows;
import org.wangge.graphql.page.Conditions;
import org.wangge.graphql.page.Connection;
import org.wangge.graphql.page.Direction;
import org.wangge.graphql.page.Listing;
import org.wangge.graphql.page.PageRequest;
import org.wangge.graphql.page.Pages;
import org.wangge.graphql.page.Sort;
import org.wangge.grid.Grid;
import org.wangge.grid.GridId;
import org.wangge.grid.GridKey;
import org.wangge.grid.Scope;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The contracts in the database. They are public.
@Component
class Contracts implements NodeSource {
    private static final String COLUMNS = """
            k.id, k.agency_id, k.grid_id, k.grid_key, k.title, k.amount, k.from_on, k.to_on, k.status, k.signed_by, k.signed_at,
            k.version""";
    private static final Listing<ServiceContract> LIST =
            new Listing<>(COLUMNS, "service_contract k", "k.id", Contracts::row, ServiceContract::uuid);
    private static final Sort<ServiceContract> NEWEST =
            new Sort<>("k.from_on", Sort.Kind.DAY, ServiceContract::fromOn, Direction.DESC);

    private final DatabaseClient database;
    private final Pages pages;

    Contracts(DatabaseClient database, Pages pages) {
        this.database = database;
        this.pages = pages;
    }

    @Override
    public String type() {
        return ServiceContractId.TYPE;
    }

    @Override
    public Flux<Node> find(Collection<UUID> ids, Viewer viewer) {
        return select(new Conditions().and("k.id = any(:ids)", "ids", Batch.ids(ids)), "")
                .cast(Node.class);
    }

    Mono<ServiceContract> find(ServiceContractId id) {
        return select(new Conditions().and("k.id = :id", "id", id.value()), "").next();
    }

    /// The contract; whoever else changes it waits for the caller's transaction.
    Mono<ServiceContract> held(ServiceContractId id) {
        return select(new Conditions().and("k.id = :id", "id", id.value()), "\nfor update")
                .next();
    }

    Mono<Connection<ServiceContract>> page(@Nullable ServiceAgencyId agency, Scope area, PageRequest page) {
        var where = area.limit("k.grid_key");
        if (agency != null) {
            where.and("k.agency_id = :agency", "agency", agency.value());
        }
        return pages.page(LIST, where, NEWEST, page);
    }

    Mono<UUID> insert(SignContractInput input, Grid grid, String actor, Instant now) {
        return database.sql("""
                        insert into service_contract (agency_id, grid_id, grid_key, title, amount, from_on, to_on, signed_by,
                                                      signed_at)
                        values (:agency, :grid, :gridKey, :title, :amount, :fromOn, :toOn, :actor, :now)
                        returning id""")
                .bind("agency", input.agencyId().value())
                .bind("grid", grid.id().value())
                .bind("gridKey", grid.key().path())
                .bind("title", input.title().strip())
                .bind("amount", input.amount())
                .bind("fromOn", input.fromOn())
                .bind("toOn", input.toOn())
                .bind("actor", actor)
                .bind("now", now)
                .map(row -> Rows.uuid(row, "id"))
                .one();
    }

    /// Of one that is held: another version, and perhaps another state.
    Mono<Long> become(ServiceContract contract, ContractStatus status, @Nullable String reason) {
        return database.sql("""
                        update service_contract
                        set version = version + 1, status = :status, end_reason = :reason
                        where id = :id""")
                .bind("status", status.name())
                .bind("reason", Rows.orNull(reason, String.class))
                .bind("id", contract.uuid())
                .fetch()
                .rowsUpdated();
    }

    private Flux<ServiceContract> select(Conditions where, String lock) {
        return where.bind(database.sql("select " + COLUMNS + "\nfrom service_contract k" + where.sql() + lock))
                .map(Contracts::row)
                .all();
    }

    private static ServiceContract row(Readable row) {
        return new ServiceContract(
                new ServiceContractId(Rows.uuid(row, "id")),
                new ServiceAgencyId(Rows.uuid(row, "agency_id")),
                new GridId(Rows.uuid(row, "grid_id")),
                new GridKey(Rows.text(row, "grid_key")),
                Rows.text(row, "title"),
                Rows.number(row, "amount"),
                Rows.get(row, "from_on", LocalDate.class),
                Rows.get(row, "to_on", LocalDate.class),
                Rows.constant(row, "status", ContractStatus.class),
                Rows.text(row, "signed_by"),
                Rows.get(row, "signed_at", Instant.class),
                Rows.number(row, "version"));
    }
}
