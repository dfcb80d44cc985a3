package org.wangge.issue.flow;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wangge.grid.Grid;
import org.wangge.issue.Categories;
import org.wangge.issue.CategoryId;
import org.wangge.issue.Issue;
import org.wangge.issue.IssueCategory;
import org.wangge.issue.IssueId;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.function.Tuple2;

/// Makes the parts that an issue is split into: each is like the whole but for what it says of itself.
@Component
class Splitting {
    private final Categories categories;
    private final Places places;

    Splitting(Categories categories, Places places) {
        this.categories = categories;
        this.places = places;
    }

    Mono<List<Issue>> of(DispatchAction.Split split, Issue whole) {
        return Flux.fromIterable(split.parts())
                .index()
                .concatMap(part -> part(part, whole))
                .collectList();
    }

    private Mono<Issue> part(Tuple2<Long, DispatchAction.Part> numbered, Issue whole) {
        var path = "parts[" + numbered.getT1() + "].";
        var part = numbered.getT2();
        return category(part, path)
                .singleOptional()
                .zipWhen(category ->
                        places.near(part.gridId(), whole, path + "gridId").singleOptional())
                .map(found -> like(
                        whole, part, found.getT1().orElse(null), found.getT2().orElse(null)));
    }

    private Mono<IssueCategory> category(DispatchAction.Part part, String path) {
        return part.category() == null
                ? Mono.empty()
                : categories
                        .find(part.category())
                        .switchIfEmpty(Mono.error(() -> Problems.single(path + "category", ProblemCode.UNKNOWN)));
    }

    private static Issue like(
            Issue whole, DispatchAction.Part part, @Nullable IssueCategory category, @Nullable Grid grid) {
        CategoryId about = category == null ? whole.categoryId() : category.id();
        return new Issue(
                new IssueId(UUID.randomUUID()),
                null,
                whole.type(),
                about,
                part.title().strip(),
                part.description().strip(),
                whole.source(),
                whole.urgency(),
                part.level() == null ? whole.level() : part.level(),
                whole.confidentiality(),
                org.wangge.issue.IssueStatus.ACCEPTED,
                1,
                grid == null ? whole.gridId() : grid.id(),
                grid == null ? whole.gridKey() : grid.key(),
                whole.point(),
                whole.place(),
                whole.onBehalfOfId(),
                null,
                null,
                null,
                null,
                null,
                whole.id(),
                whole.occurredAt(),
                whole.updatedAt(),
                whole.updatedAt(),
                whole.updatedAt(),
                null,
                2);
    }
}
