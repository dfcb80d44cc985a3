package org.wangge.resident;

import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.UUID;
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
import org.wangge.grid.GridId;
import org.wangge.grid.Scope;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The households in the database.
@Component
public class Households implements NodeSource {
    static final String COLUMNS = "h.id, h.no, h.grid_id, h.premises_id, h.version";
    private static final Listing<Household> LIST = new Listing<>(
            COLUMNS,
            "household h",
            "h.id",
            Households::row,
            household -> household.id().value());
    private static final Sort<Household> BY_NO = new Sort<>("h.no", Sort.Kind.TEXT, Household::no, Direction.ASC);

    private final DatabaseClient database;
    private final Pages pages;

    Households(DatabaseClient database, Pages pages) {
        this.database = database;
        this.pages = pages;
    }

    @Override
    public String type() {
        return HouseholdId.TYPE;
    }

    @Override
    public Flux<Node> find(Collection<UUID> ids, Viewer viewer) {
        return all(ids, LedgerSight.of(viewer)).cast(Node.class);
    }

    public Mono<Household> find(HouseholdId id, LedgerSight sight) {
        return select(sight.households().and("h.id = :id", "id", id.value())).next();
    }

    Mono<Household> find(String no, LedgerSight sight) {
        return select(sight.households().and("h.no = :no", "no", no)).next();
    }

    public Flux<Household> all(Collection<UUID> ids, LedgerSight sight) {
        return select(sight.households().and("h.id = any(:ids)", "ids", Batch.ids(ids)));
    }

    Mono<Connection<Household>> page(HouseholdFilter filter, Scope area, LedgerSight sight, PageRequest page) {
        var where = sight.households().and(area.limit("h.grid_key", "area"));
        if (filter.premisesId() != null) {
            where.and(
                    "h.premises_id = :premises", "premises", filter.premisesId().value());
        }
        return pages.page(LIST, where, BY_NO, page);
    }

    static Household row(Readable row) {
        return new Household(
                new HouseholdId(Rows.uuid(row, "id")),
                Rows.text(row, "no"),
                new GridId(Rows.uuid(row, "grid_id")),
                new PremisesId(Rows.uuid(row, "premises_id")),
                Rows.number(row, "version"));
    }

    private Flux<Household> select(Conditions where) {
        return where.bind(database.sql("select " + COLUMNS + "\nfrom household h" + where.sql()))
                .map(Households::row)
                .all();
    }
}
