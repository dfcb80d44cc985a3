package org.wangge.resident.request;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.access.Viewer;
import org.wangge.access.personal.CellPlace;
import org.wangge.access.personal.Keyring;
import org.wangge.graphql.Rows;
import org.wangge.graphql.page.Conditions;
import org.wangge.graphql.page.Connection;
import org.wangge.graphql.page.Direction;
import org.wangge.graphql.page.Listing;
import org.wangge.graphql.page.PageRequest;
import org.wangge.graphql.page.Pages;
import org.wangge.graphql.page.Sort;
import org.wangge.grid.Scope;
import org.wangge.resident.IdDocumentType;
import org.wangge.resident.ResidentId;
import reactor.core.publisher.Mono;

/// The requests in the database. They are decided where the resident lives now.
@Component
public class RecordRequests {
    private static final int MOST_OF_ONE = 100;
    private static final String TABLES = "record_request q join resident r on r.id = q.resident_id";
    private static final Listing<RecordRequest> LIST = new Listing<>(
            RecordRequest.COLUMNS,
            TABLES,
            "q.id",
            RecordRequest::row,
            request -> request.id().value());
    private static final Sort<RecordRequest> OLDEST =
            new Sort<>("q.requested_at", Sort.Kind.INSTANT, RecordRequest::requestedAt, Direction.ASC);

    private final DatabaseClient database;
    private final Pages pages;

    RecordRequests(DatabaseClient database, Pages pages) {
        this.database = database;
        this.pages = pages;
    }

    /// What the resident asked for, the newest first, at most 100.
    public Mono<List<RecordRequest>> of(ResidentId resident) {
        return database.sql("select " + RecordRequest.COLUMNS
                        + "\nfrom record_request q\nwhere q.resident_id = :resident\norder by q.requested_at desc, q.id\nlimit "
                        + MOST_OF_ONE)
                .bind("resident", resident.value())
                .map(RecordRequest::row)
                .all()
                .collectList();
    }

    Mono<RecordRequest> find(RecordRequestId id, Conditions where) {
        var found = where.and("q.id = :id", "id", id.value());
        return found.bind(database.sql("select " + RecordRequest.COLUMNS + "\nfrom " + TABLES + found.sql()))
                .map(RecordRequest::row)
                .one();
    }

    Mono<Connection<RecordRequest>> page(RecordRequestFilter filter, Scope area, Scope scope, PageRequest page) {
        var where = scope.limit("r.grid_key", "decided")
                .and(area.limit("r.grid_key", "area"))
                .and("q.state = :state", "state", filter.state().name());
        if (filter.kind() != null) {
            where.and("q.kind = :kind", "kind", filter.kind().name());
        }
        return pages.page(LIST, where, OLDEST, page);
    }

    /// Empty when the same is asked for already.
    Mono<UUID> open(
            ResidentId resident,
            @Nullable Proposal proposal,
            String reason,
            Viewer viewer,
            Keyring keyring,
            Instant now) {
        var id = UUID.randomUUID();
        var place = new CellPlace("record_request.proposed", id);
        return database.sql("""
                        insert into record_request (id, resident_id, kind, field, proposed_cell, proposed_mask, document_type,
                                                    reason, requested_at, account_id)
                        values (:id, :resident, :kind, :field, :cell, :mask, :documentType, :reason, :now, :account)
                        on conflict do nothing
                        returning id""")
                .bind("id", id)
                .bind("resident", resident.value())
                .bind("kind", (proposal == null ? RequestKind.DELETION : RequestKind.CORRECTION).name())
                .bind("field", text(proposal == null ? null : proposal.field().name()))
                .bind(
                        "cell",
                        Rows.orNull(proposal == null ? null : keyring.seal(proposal.proposed(), place), byte[].class))
                .bind("mask", text(proposal == null ? null : proposal.mask()))
                .bind(
                        "documentType",
                        text(proposal == null ? null : proposal.documentType().name()))
                .bind("reason", reason.strip())
                .bind("now", now)
                .bind("account", Objects.requireNonNull(viewer.accountId()))
                .map(row -> Rows.uuid(row, "id"))
                .one();
    }

    /// What was proposed, in clear.
    Mono<Proposal> proposal(RecordRequest request, Keyring keyring) {
        var field = Objects.requireNonNull(request.field());
        return database.sql("""
                        select proposed_cell, document_type
                        from record_request
                        where id = :id and proposed_cell is not null""")
                .bind("id", request.id().value())
                .map(row -> new Proposal(
                        field,
                        keyring.open(
                                Rows.get(row, "proposed_cell", byte[].class),
                                new CellPlace(
                                        "record_request.proposed", request.id().value())),
                        Rows.constant(row, "document_type", IdDocumentType.class)))
                .one();
    }

    /// Empty when somebody else was faster. What was proposed is not kept any longer.
    Mono<Integer> decide(RecordRequest request, DecideRequestInput input, Viewer viewer, Instant now) {
        var state = input.decision() == RequestDecision.GRANT ? RequestState.GRANTED : RequestState.DECLINED;
        return database.sql("""
                        update record_request
                        set state = :state, answer = :answer, decided_at = :now, decided_by = :by, decided_member = :member,
                            proposed_cell = null, version = version + 1
                        where id = :id and version = :version and state = 'OPEN'
                        returning version""")
                .bind("state", state.name())
                .bind("answer", input.answer().strip())
                .bind("now", now)
                .bind("by", viewer.actor())
                .bind("member", Rows.orNull(viewer.memberId(), UUID.class))
                .bind("id", request.id().value())
                .bind("version", input.expectedVersion())
                .map(row -> Rows.number(row, "version"))
                .one();
    }

    private static Object text(@Nullable String text) {
        return Rows.orNull(text, String.class);
    }
}
