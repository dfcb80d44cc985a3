package org.wangge.issue.evidence;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.wangge.access.Viewer;
import org.wangge.graphql.Batch;
import org.wangge.issue.Issue;
import org.wangge.issue.Ties;
import reactor.core.publisher.Mono;

/// Says how close somebody is to issues that they see.
@Component
class EvidenceSight {
    private final Ties ties;

    EvidenceSight(Ties ties) {
        this.ties = ties;
    }

    Mono<Map<Issue, Closeness>> of(Collection<Issue> issues, Viewer viewer) {
        return ties.of(issues, viewer)
                .map(found -> Batch.values(issues, issue -> closeness(Objects.requireNonNull(found.get(issue)))));
    }

    private static Closeness closeness(Ties.Tie tie) {
        return tie.isWorking() ? Closeness.STAFF : tie.isReporter() ? Closeness.REPORTER : Closeness.FAR;
    }
}
