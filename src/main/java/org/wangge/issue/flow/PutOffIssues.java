package org.wangge.issue.flow;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.access.Viewer;
import org.wangge.feed.Done;
import org.wangge.graphql.Batch;
import org.wangge.graphql.Rows;
import org.wangge.issue.IssueId;
import org.wangge.issue.PutOff;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// Puts issues off to be deliberated on, and brings them back once that has been done.
@Component
class PutOffIssues implements PutOff {
    private final DatabaseClient database;
    private final FlowService service;

    PutOffIssues(DatabaseClient database, FlowService service) {
        this.database = database;
        this.service = service;
    }

    private record Due(IssueId id, int version) {}

    @Override
    public Mono<Done> toDeliberation(IssueId id, int expectedVersion, String note, Viewer viewer, Instant now) {
        var decision = new DecisionAction.DecideSuspension(UUID.randomUUID(), id, expectedVersion, true, note);
        return service.within(decision, viewer, now).delayUntil(done -> requireDeliberation(id));
    }

    @Override
    public Mono<Void> deliberated(Collection<UUID> issues, Instant before, String note) {
        return database.sql("""
                        select i.id, i.version
                        from issue i join issue_pause p on p.issue_id = i.id and p.round = i.round
                        where i.id = any(:issues) and i.status = 'SUSPENDED' and p.kind = 'DELIBERATION'
                          and p.is_agreed and p.ended_at is null and p.asked_at < :before
                        order by i.id""")
                .bind("issues", Batch.ids(issues))
                .bind("before", before)
                .map(row -> new Due(new IssueId(Rows.uuid(row, "id")), Rows.number(row, "version")))
                .all()
                .concatMap(due -> resume(due, note))
                .then();
    }

    private Mono<Long> requireDeliberation(IssueId id) {
        return database.sql("""
                        select count(*) as waiting
                        from issue i join issue_pause p on p.issue_id = i.id and p.round = i.round
                        where i.id = :issue and p.kind = 'DELIBERATION' and p.is_agreed and p.ended_at is null""")
                .bind("issue", id.value())
                .map(row -> Rows.get(row, "waiting", Long.class))
                .one()
                .filter(waiting -> waiting > 0)
                .switchIfEmpty(
                        Mono.error(() -> Problems.single("issueId", ProblemCode.NOT_ALLOWED, PauseKind.DELIBERATION)));
    }

    /// Whoever was faster has changed the issue: then there is nothing left to do, or the next time does it.
    private Mono<Void> resume(Due due, String note) {
        var name = "DELIBERATED|" + due.id() + '|' + due.version();
        var key = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return service.carryOut(new HandlerAction.Resume(key, due.id(), due.version(), note), Actor.TIMER)
                .then()
                .onErrorResume(Refused.class, refused -> Mono.empty());
    }
}
