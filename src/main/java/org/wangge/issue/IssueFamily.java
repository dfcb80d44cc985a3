package org.wangge.issue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.stereotype.Controller;
import org.wangge.access.Viewer;
import org.wangge.graphql.Batch;
import reactor.core.publisher.Mono;

/// How issues hang together: parts of one another (拆分), and several that go on in one (并案).
@Controller
class IssueFamily {
    private final Issues issues;

    IssueFamily(Issues issues) {
        this.issues = issues;
    }

    @BatchMapping
    Mono<Map<Issue, Issue>> parent(List<Issue> children, @ContextValue Viewer viewer) {
        return named(children, Issue::parentId, viewer);
    }

    @BatchMapping
    Mono<Map<Issue, Issue>> mergedInto(List<Issue> merged, @ContextValue Viewer viewer) {
        return named(merged, Issue::mergedInto, viewer);
    }

    @BatchMapping
    Mono<Map<Issue, List<Issue>>> children(List<Issue> parents, @ContextValue Viewer viewer) {
        var ids = parents.stream().map(Issue::uuid).toList();
        return Batch.many(
                parents,
                Issue::id,
                issues.parts(ids, IssueSight.of(viewer)),
                part -> Objects.requireNonNull(part.parentId()));
    }

    private Mono<Map<Issue, Issue>> named(
            List<Issue> from, java.util.function.Function<Issue, @Nullable IssueId> name, Viewer viewer) {
        var ids = from.stream()
                .flatMap(issue -> Optional.ofNullable(name.apply(issue)).stream())
                .map(IssueId::value)
                .toList();
        return Batch.one(from, name, issues.all(ids, IssueSight.of(viewer)), Issue::id);
    }
}
