package org.wangge.issue.clock;

import static java.util.stream.Collectors.groupingBy;

import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.wangge.graphql.Batch;

/// Loaders of relations that take arguments, or that several fields share.
@Configuration(proxyBeanMethods = false)
class ClockLoaders {
    static final String CLOCKS = "Issue.clocks";
    static final String PROGRESS = "IssueClock.progress";

    ClockLoaders(BatchLoaderRegistry loaders, IssueClocks clocks, Courses courses, Clock clock) {
        loaders.<IssueClocks.Round, List<IssueClock>>forName(CLOCKS)
                .registerMappedBatchLoader((rounds, environment) -> clocks.of(rounds)
                        .collect(groupingBy(
                                each -> new IssueClocks.Round(each.issueId().value(), each.round())))
                        .map(found -> Batch.values(rounds, round -> found.getOrDefault(round, List.of()))));
        loaders.<IssueClock, Progress>forName(PROGRESS)
                .registerMappedBatchLoader((wanted, environment) -> courses.progress(wanted, clock.instant()));
    }
}
