package org.wangge.issue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.wangge.access.Viewer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Loaders of relations that take arguments.
@Configuration(proxyBeanMethods = false)
class IssueLoaders {
    static final String TIMELINE = "Issue.timeline";

    static final String TIES = "Issue.ties";

    IssueLoaders(BatchLoaderRegistry loaders, Timelines timelines, Ties ties) {
        loaders.<Timelines.Last, List<TimelineEntry>>forName(TIMELINE)
                .registerMappedBatchLoader((wanted, environment) -> timelines.all(wanted));
        loaders.<Asked, Ties.Tie>forName(TIES).registerMappedBatchLoader((wanted, environment) -> ties(wanted, ties));
    }

    /// Who asks what they are to an issue.
    record Asked(Issue issue, Viewer viewer) {}

    private static Mono<Map<Asked, Ties.Tie>> ties(Set<Asked> wanted, Ties ties) {
        return Flux.fromIterable(wanted)
                .groupBy(Asked::viewer)
                .flatMap(asked -> asked.map(Asked::issue)
                        .collectList()
                        .flatMapMany(issues -> ties.of(issues, asked.key())
                                .flatMapIterable(Map::entrySet)
                                .map(tie -> Map.entry(new Asked(tie.getKey(), asked.key()), tie.getValue()))))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }
}
