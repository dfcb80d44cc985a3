package org.wangge.issue;

import graphql.GraphQLContext;
import graphql.language.OperationDefinition.Operation;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.wangge.access.Viewer;
import org.wangge.graphql.Batch;
import org.wangge.graphql.LiveExecution;
import org.wangge.graphql.Shared;
import reactor.core.publisher.Mono;

/// The issues of what is told, as whoever listens sees them. What is told as it happens is read once for all
/// staff of the same grids, whatever each of them asks of it.
@Component
class ToldIssues {
    private static final int MOST = 5_000;

    private final Issues issues;
    private final Shared<Told, List<Issue>> told = new Shared<>(MOST);

    ToldIssues(Issues issues) {
        this.issues = issues;
    }

    private record Told(List<IssueNews> news, IssueSight sight) {}

    /// Those that are still seen.
    <T extends IssueNews> Mono<Map<T, Issue>> of(List<T> news, Viewer viewer, GraphQLContext context) {
        var sight = IssueSight.listening(viewer);
        var isShared = sight.isByGrid() && LiveExecution.kindOf(context) == Operation.SUBSCRIPTION;
        var found = isShared
                ? told.of(new Told(List.copyOf(news), sight), read(news, sight)).flatMapIterable(all -> all)
                : read(news, sight).flatMapIterable(all -> all);
        return Batch.one(news, IssueNews::issueId, found, Issue::id);
    }

    private Mono<List<Issue>> read(List<? extends IssueNews> news, IssueSight sight) {
        return issues.all(news.stream().map(each -> each.issueId().value()).toList(), sight)
                .collectList();
    }
}
