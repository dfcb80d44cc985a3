package org.wangge.issue;

import io.r2dbc.spi.Readable;
import java.time.Instant;
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
import org.wangge.graphql.page.Listing;
import org.wangge.graphql.page.PageRequest;
import org.wangge.graphql.page.Pages;
import org.wangge.grid.GridId;
import org.wangge.grid.GridKey;
import org.wangge.grid.Point;
import org.wangge.grid.Scope;
import org.wangge.personnel.DepartmentId;
import org.wangge.personnel.MemberId;
import org.wangge.resident.ResidentId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The issues in the database.
@Component
public class Issues implements NodeSource {
    /// Of `issue i`, as [#row] reads them.
    public static final String COLUMNS = """
            i.id, i.case_no, i.type, i.category_id, i.title, i.description, i.source, i.urgency, i.level,
            i.confidentiality, i.status, i.round, i.grid_id, i.grid_key, i.location[0] as longitude,
            i.location[1] as latitude, i.place, i.on_behalf_of, i.lead_member_id, i.department_id, i.outcome,
            i.reject_reason, i.merged_into, i.parent_id, i.occurred_at, i.reported_at, i.accepted_at, i.updated_at,
            i.closed_at, i.version""";
    private static final Listing<ListedIssue> LIST = new Listing<>(
            COLUMNS + ", i.next_due_at",
            "issue i",
            "i.id",
            Issues::listed,
            listed -> listed.issue().uuid());

    private final DatabaseClient database;
    private final Pages pages;
    private final Categories categories;

    Issues(DatabaseClient database, Pages pages, Categories categories) {
        this.database = database;
        this.pages = pages;
        this.categories = categories;
    }

    @Override
    public String type() {
        return IssueId.TYPE;
    }

    @Override
    public Flux<Node> find(Collection<UUID> ids, Viewer viewer) {
        return all(ids, IssueSight.of(viewer)).cast(Node.class);
    }

    /// A tracking code is a key of its own: whoever has it may follow that issue.
    public Mono<Issue> find(IssueLookup by, IssueSight sight) {
        var where = by.trackingCode() == null ? sight.issues() : new Conditions();
        if (by.id() != null) {
            where.and("i.id = :id", "id", by.id().value());
        }
        if (by.caseNo() != null) {
            where.and("i.case_no = :caseNo", "caseNo", by.caseNo());
        }
        if (by.trackingCode() != null) {
            where.and("i.tracking_code = :code", "code", TrackingCode.read(by.trackingCode()));
        }
        return select(where).next();
    }

    public Flux<Issue> all(Collection<UUID> ids, IssueSight sight) {
        return select(sight.issues().and("i.id = any(:ids)", "ids", Batch.ids(ids)));
    }

    /// The parts of issues, in the order in which they were made.
    Flux<Issue> parts(Collection<UUID> parents, IssueSight sight) {
        var where = sight.issues().and("i.parent_id = any(:parents)", "parents", Batch.ids(parents));
        return where.bind(database.sql("select " + COLUMNS + "\nfrom issue i" + where.sql() + "\norder by i.case_no"))
                .map(Issues::row)
                .all();
    }

    Mono<Connection<Issue>> page(IssueFilter filter, Scope area, IssueSight sight, IssueOrder order, PageRequest page) {
        var seen = sight.issues().and(area.limit("i.grid_key", "area"));
        if (order.field() == IssueOrder.Field.DUE_AT) {
            seen.and("i.next_due_at is not null");
        }
        return categories(filter)
                .map(covered -> IssueConditions.of(filter, covered, seen))
                .flatMap(where -> pages.page(LIST, where, order.sort(), page))
                .map(listed -> listed.map(ListedIssue::issue));
    }

    private Mono<List<UUID>> categories(IssueFilter filter) {
        return filter.category() == null ? Mono.just(List.of()) : categories.covered(filter.category());
    }

    private Flux<Issue> select(Conditions where) {
        return where.bind(database.sql("select " + COLUMNS + "\nfrom issue i" + where.sql()))
                .map(Issues::row)
                .all();
    }

    private static ListedIssue listed(Readable row) {
        return new ListedIssue(row(row), row.get("next_due_at", Instant.class));
    }

    public static Issue row(Readable row) {
        return new Issue(
                new IssueId(Rows.uuid(row, "id")),
                row.get("case_no", String.class),
                Rows.constant(row, "type", IssueType.class),
                new CategoryId(Rows.uuid(row, "category_id")),
                Rows.text(row, "title"),
                Rows.text(row, "description"),
                Rows.constant(row, "source", IssueSource.class),
                Rows.constant(row, "urgency", Urgency.class),
                Rows.constant(row, "level", IssueLevel.class),
                Rows.constant(row, "confidentiality", Confidentiality.class),
                Rows.constant(row, "status", IssueStatus.class),
                Rows.number(row, "round"),
                new GridId(Rows.uuid(row, "grid_id")),
                new GridKey(Rows.text(row, "grid_key")),
                Point.ofColumns(row.get("longitude", Double.class), row.get("latitude", Double.class)),
                row.get("place", String.class),
                Rows.mapped(row, "on_behalf_of", UUID.class, ResidentId::new),
                Rows.mapped(row, "lead_member_id", UUID.class, MemberId::new),
                Rows.mapped(row, "department_id", UUID.class, DepartmentId::new),
                Rows.mapped(row, "outcome", String.class, IssueOutcome::valueOf),
                Rows.mapped(row, "reject_reason", String.class, RejectReason::valueOf),
                Rows.mapped(row, "merged_into", UUID.class, IssueId::new),
                Rows.mapped(row, "parent_id", UUID.class, IssueId::new),
                row.get("occurred_at", Instant.class),
                Rows.get(row, "reported_at", Instant.class),
                row.get("accepted_at", Instant.class),
                Rows.get(row, "updated_at", Instant.class),
                row.get("closed_at", Instant.class),
                Rows.number(row, "version"));
    }
}
