package org.wangge.resident.disclosure;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.access.Role;
import org.wangge.graphql.Batch;
import org.wangge.graphql.Rows;
import org.wangge.graphql.page.Conditions;
import org.wangge.graphql.page.Connection;
import org.wangge.graphql.page.Direction;
import org.wangge.graphql.page.Listing;
import org.wangge.graphql.page.PageRequest;
import org.wangge.graphql.page.Pages;
import org.wangge.graphql.page.Sort;
import org.wangge.grid.GridKey;
import org.wangge.resident.DisclosurePurpose;
import org.wangge.resident.ResidentId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Reads the log: auditors all of it, everybody else what they looked at and who looked at them.
@Component
public class Disclosures {
    private static final String COLUMNS = """
            d.id, d.day, d.n, d.at, d.kind, d.actor, d.account_id, d.member_id, d.role, d.resident_id, d.grid_key,
            d.fields, d.purpose, d.note, d.serves, d.previous, d.hash""";
    private static final Listing<Disclosure> LIST = new Listing<>(
            COLUMNS,
            "disclosure d",
            "d.id",
            Disclosures::row,
            disclosure -> disclosure.id().value());
    private static final Sort<Disclosure> NEWEST =
            new Sort<>("d.at", Sort.Kind.INSTANT, Disclosure::at, Direction.DESC);

    private final DatabaseClient database;
    private final Pages pages;

    Disclosures(DatabaseClient database, Pages pages) {
        this.database = database;
        this.pages = pages;
    }

    /// What this account noted under the id.
    Mono<Disclosure> find(DisclosureId id, UUID account) {
        var where =
                new Conditions().and("d.id = :id and d.account_id = :account", "id", id.value(), "account", account);
        return where.bind(database.sql("select " + COLUMNS + "\nfrom disclosure d" + where.sql()))
                .map(Disclosures::row)
                .one();
    }

    Mono<Connection<Disclosure>> page(DisclosureFilter filter, PageRequest page) {
        var where = new Conditions();
        if (filter.residentId() != null) {
            where.and(
                    "d.resident_id = :resident", "resident", filter.residentId().value());
        }
        var account = filter.account();
        if (account != null) {
            where.and("d.account_id = :account", "account", account);
        }
        limit(where, filter);
        return pages.page(LIST, where, NEWEST, page);
    }

    /// Every look at a resident, the newest first.
    public Mono<Connection<Disclosure>> of(ResidentId resident, PageRequest page) {
        var where = new Conditions().and("d.resident_id = :resident", "resident", resident.value());
        return pages.page(LIST, where, NEWEST, page);
    }

    /// The newest looks at a resident, at most `limit`.
    public Flux<Disclosure> newestOf(ResidentId resident, int limit) {
        return database.sql(
                        "select " + COLUMNS
                                + "\nfrom disclosure d\nwhere d.resident_id = :resident\norder by d.at desc, d.id\nlimit :limit")
                .bind("resident", resident.value())
                .bind("limit", limit)
                .map(Disclosures::row)
                .all();
    }

    /// The rows after a place up to a day, in the order of the chain, at most `limit`.
    Mono<List<Disclosure>> after(LocalDate day, int n, LocalDate lastDay, int limit) {
        return database.sql("select " + COLUMNS
                        + "\nfrom disclosure d\nwhere (d.day, d.n) > (:day, :n) and d.day <= :lastDay"
                        + "\norder by d.day, d.n\nlimit :limit")
                .bind("day", day)
                .bind("n", n)
                .bind("lastDay", lastDay)
                .bind("limit", limit)
                .map(Disclosures::row)
                .all()
                .collectList();
    }

    private static void limit(Conditions where, DisclosureFilter filter) {
        if (filter.kinds() != null) {
            where.and("d.kind = any(:kinds)", "kinds", Batch.names(filter.kinds()));
        }
        if (filter.purposes() != null) {
            where.and("d.purpose = any(:purposes)", "purposes", Batch.names(filter.purposes()));
        }
        if (filter.from() != null) {
            where.and("d.at >= :from", "from", filter.from());
        }
        if (filter.to() != null) {
            where.and("d.at < :to", "to", filter.to());
        }
    }

    private static Disclosure row(Readable row) {
        return new Disclosure(
                new DisclosureId(Rows.uuid(row, "id")),
                Rows.get(row, "day", LocalDate.class),
                Rows.number(row, "n"),
                look(row),
                Rows.text(row, "previous"),
                Rows.text(row, "hash"));
    }

    private static Look look(Readable row) {
        var looker = new Looker(
                Rows.text(row, "actor"),
                Rows.uuid(row, "account_id"),
                row.get("member_id", UUID.class),
                Rows.constant(row, "role", Role.class));
        return new Look(
                Rows.constant(row, "kind", DisclosureKind.class),
                Rows.get(row, "at", Instant.class),
                looker,
                row.get("resident_id", UUID.class),
                Rows.mapped(row, "grid_key", String.class, GridKey::new),
                Arrays.stream(Rows.get(row, "fields", String[].class))
                        .map(PersonalField::valueOf)
                        .toList(),
                Rows.mapped(row, "purpose", String.class, DisclosurePurpose::valueOf),
                Rows.text(row, "note"),
                row.get("serves", String.class));
    }
}
