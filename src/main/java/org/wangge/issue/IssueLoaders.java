package org.wangge.issue;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.BatchLoaderRegistry;

/// Loaders of relations that take arguments.
@Configuration(proxyBeanMethods = false)
class IssueLoaders {
    static final String TIMELINE = "Issue.timeline";

    IssueLoaders(BatchLoaderRegistry loaders, Timelines timelines) {
        loaders.<Timelines.Last, List<TimelineEntry>>forName(TIMELINE)
                .registerMappedBatchLoader((wanted, environment) -> timelines.all(wanted));
    }
}
