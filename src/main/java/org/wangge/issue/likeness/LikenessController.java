package org.wangge.issue.likeness;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Limits;
import org.wangge.access.Viewer;
import org.wangge.graphql.Batch;
import org.wangge.issue.Categories;
import org.wangge.issue.IssueCategory;
import reactor.core.publisher.Mono;

/// What may have been reported already, in the graph.
@Controller
class LikenessController {
    private final Alike alike;
    private final Categories categories;
    private final Limits limits;
    private final Clock clock;

    LikenessController(Alike alike, Categories categories, Limits limits, Clock clock) {
        this.alike = alike;
        this.categories = categories;
        this.limits = limits;
        this.clock = clock;
    }

    @QueryMapping
    Mono<List<PossibleDuplicate>> possibleDuplicates(
            @Argument PossibleDuplicatesInput input, @ContextValue Viewer viewer, @ContextValue String address) {
        limits.pass(Limits.Act.COMPARE, viewer, address);
        return alike.to(input, viewer, clock.instant());
    }

    @BatchMapping
    Mono<Map<PossibleDuplicate, IssueCategory>> category(List<PossibleDuplicate> found) {
        var ids = found.stream().map(one -> one.categoryId().value()).toList();
        return Batch.one(found, PossibleDuplicate::categoryId, categories.all(ids), IssueCategory::id);
    }
}
