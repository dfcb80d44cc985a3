package org.wangge.organisation;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
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
import org.wangge.graphql.page.TextSearch;
import org.wangge.grid.Grid;
import org.wangge.grid.GridId;
import org.wangge.grid.GridKey;
import org.wangge.grid.Scope;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The organisations in the database. They are public.
@Component
public class Organisations implements NodeSource {
    private static final String COLUMNS = """
            o.id, o.grid_id, o.grid_key, o.name, o.kind, o.registration, o.credit_code, o.purpose, o.member_count,
            o.founded_on, o.dissolved_on, o.version""";
    private static final Listing<SocialOrganisation> LIST =
            new Listing<>(COLUMNS, "social_organisation o", "o.id", Organisations::row, SocialOrganisation::uuid);
    private static final Sort<SocialOrganisation> BY_NAME =
            new Sort<>("o.name collate \"zh-x-icu\"", Sort.Kind.TEXT, SocialOrganisation::name, Direction.ASC);

    private final DatabaseClient database;
    private final Pages pages;

    Organisations(DatabaseClient database, Pages pages) {
        this.database = database;
        this.pages = pages;
    }

    @Override
    public String type() {
        return SocialOrganisationId.TYPE;
    }

    @Override
    public Flux<Node> find(Collection<UUID> ids, Viewer viewer) {
        return all(ids).cast(Node.class);
    }

    public Flux<SocialOrganisation> all(Collection<UUID> ids) {
        var where = new Conditions().and("o.id = any(:ids)", "ids", Batch.ids(ids));
        return where.bind(database.sql("select " + COLUMNS + "\nfrom social_organisation o" + where.sql()))
                .map(Organisations::row)
                .all();
    }

    public Mono<SocialOrganisation> find(SocialOrganisationId id) {
        return all(List.of(id.value())).next();
    }

    Mono<Connection<SocialOrganisation>> page(OrganisationFilter filter, Scope area, PageRequest page) {
        var where = area.limit("o.grid_key");
        if (filter.kind() != null) {
            where.and("o.kind = any(:kinds)", "kinds", Batch.names(filter.kind()));
        }
        if (filter.registration() != null) {
            where.and("o.registration = any(:registrations)", "registrations", Batch.names(filter.registration()));
        }
        if (filter.isActive() != null) {
            where.and(filter.isActive() ? "o.dissolved_on is null" : "o.dissolved_on is not null");
        }
        if (filter.name() != null) {
            TextSearch.limit(where, "o.name", "o.name_grams", filter.name(), "filter.name");
        }
        return pages.page(LIST, where, BY_NAME, page);
    }

    /// @throws org.springframework.dao.DataIntegrityViolationException when the credit code is another's
    Mono<UUID> insert(RegisterOrganisationInput input, Grid grid, String actor, Instant now) {
        return database.sql("""
                        insert into social_organisation (grid_id, grid_key, name, kind, registration, credit_code, purpose,
                                                         member_count, founded_on, registered_by, registered_at)
                        values (:grid, :gridKey, :name, :kind, :registration, :creditCode, :purpose, :members, :foundedOn,
                                :actor, :now)
                        returning id""")
                .bind("grid", grid.id().value())
                .bind("gridKey", grid.key().path())
                .bind("name", input.name().strip())
                .bind("kind", input.kind().name())
                .bind("registration", input.registration().name())
                .bind("creditCode", Rows.orNull(input.creditCode(), String.class))
                .bind("purpose", input.purpose().strip())
                .bind("members", input.memberCount())
                .bind("foundedOn", input.foundedOn())
                .bind("actor", actor)
                .bind("now", now)
                .map(row -> Rows.uuid(row, "id"))
                .one();
    }

    /// False when it is not at the version any more.
    Mono<Boolean> change(ChangeRegistrationInput input) {
        return database.sql("""
                        update social_organisation
                        set registration = :registration, credit_code = :creditCode, version = version + 1
                        where id = :id and version = :version and dissolved_on is null""")
                .bind("registration", input.registration().name())
                .bind("creditCode", Rows.orNull(input.creditCode(), String.class))
                .bind("id", input.organisationId().value())
                .bind("version", input.expectedVersion())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /// False when it is not at the version any more.
    Mono<Boolean> dissolve(DissolveOrganisationInput input) {
        return database.sql("""
                        update social_organisation
                        set dissolved_on = :on, dissolve_reason = :reason, version = version + 1
                        where id = :id and version = :version and dissolved_on is null""")
                .bind("on", input.on())
                .bind("reason", input.reason().strip())
                .bind("id", input.organisationId().value())
                .bind("version", input.expectedVersion())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private static SocialOrganisation row(Readable row) {
        return new SocialOrganisation(
                new SocialOrganisationId(Rows.uuid(row, "id")),
                new GridId(Rows.uuid(row, "grid_id")),
                new GridKey(Rows.text(row, "grid_key")),
                Rows.text(row, "name"),
                Rows.constant(row, "kind", OrganisationKind.class),
                Rows.constant(row, "registration", Registration.class),
                row.get("credit_code", String.class),
                Rows.text(row, "purpose"),
                Rows.number(row, "member_count"),
                Rows.get(row, "founded_on", LocalDate.class),
                row.get("dissolved_on", LocalDate.class),
                Rows.number(row, "version"));
    }
}
