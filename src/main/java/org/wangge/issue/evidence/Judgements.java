package org.wangge.issue.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Batch;
import org.wangge.issue.IssueId;
import reactor.core.publisher.Mono;

/// Writes what verifiers make of evidence. What failed once stays failed: it is given anew.
@Component
class Judgements {
    private final DatabaseClient database;

    Judgements(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> accept(IssueId id, int round, Set<EvidenceKind> kinds, String actor, Instant now) {
        return kinds.isEmpty()
                ? Mono.empty()
                : database.sql("""
                        update issue_evidence
                        set is_accepted = true, judged_by = :actor, judged_at = :now
                        where issue_id = :issue and round = :round and kind = any(:kinds) and is_accepted is null""")
                        .bind("issue", id.value())
                        .bind("round", round)
                        .bind("kinds", Batch.names(kinds))
                        .bind("actor", actor)
                        .bind("now", now)
                        .fetch()
                        .rowsUpdated()
                        .then();
    }

    Mono<Void> fail(IssueId id, int round, Map<EvidenceKind, String> failed, String actor, Instant now) {
        if (failed.isEmpty()) {
            return Mono.empty();
        }
        var kinds = new ArrayList<>(failed.keySet());
        return database.sql("""
                        update issue_evidence e
                        set is_accepted = false, judged_by = :actor, judged_at = :now, judge_note = f.note
                        from unnest(:kinds::text[], :notes::text[]) as f (kind, note)
                        where e.issue_id = :issue and e.round = :round and e.kind = f.kind
                          and e.is_accepted is distinct from false""")
                .bind("issue", id.value())
                .bind("round", round)
                .bind("kinds", Batch.names(kinds))
                .bind("notes", kinds.stream().map(failed::get).toArray(String[]::new))
                .bind("actor", actor)
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .then();
    }
}
