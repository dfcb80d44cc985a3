package org.wangge.issue;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.graphql.Batch;
import org.wangge.grid.Grid;
import org.wangge.grid.Grids;
import org.wangge.grid.Scope;
import org.wangge.personnel.Member;
import org.wangge.personnel.Members;
import reactor.core.publisher.Mono;

/// What surrounds an issue, asked with almost every one: it is at hand, and read for a whole page in one
/// statement where it is not.
@Controller
class IssueSurroundings {
    private static final String CATEGORY = "Issue.category";
    private static final String GRID = "Issue.grid";
    private static final String LEAD = "Issue.lead";

    private final Categories categories;
    private final Grids grids;
    private final Members members;

    IssueSurroundings(Categories categories, Grids grids, Members members, BatchLoaderRegistry loaders) {
        this.categories = categories;
        this.grids = grids;
        this.members = members;
        loaders.<Issue, IssueCategory>forName(CATEGORY)
                .registerMappedBatchLoader((issues, environment) -> categories(issues));
        loaders.<Issue, Grid>forName(GRID).registerMappedBatchLoader((issues, environment) -> grids(issues));
        loaders.<Issue, Member>forName(LEAD)
                .registerMappedBatchLoader((issues, environment) -> leads(issues, environment.getContext()));
    }

    @SchemaMapping(typeName = "Issue")
    CompletableFuture<IssueCategory> category(Issue issue, DataFetchingEnvironment environment) {
        return given(categories.atHand(issue.categoryId()), CATEGORY, issue, environment);
    }

    @SchemaMapping(typeName = "Issue")
    CompletableFuture<Grid> grid(Issue issue, DataFetchingEnvironment environment) {
        return given(grids.atHand(issue.gridId()), GRID, issue, environment);
    }

    @SchemaMapping(typeName = "Issue")
    CompletableFuture<@Nullable Member> lead(
            Issue issue, @ContextValue Viewer viewer, DataFetchingEnvironment environment) {
        return issue.leadId() == null
                ? CompletableFuture.completedFuture(null)
                : given(members.atHand(issue.leadId(), viewer.scope(Right.PERSONNEL)), LEAD, issue, environment);
    }

    private static <T extends @Nullable Object> CompletableFuture<T> given(
            @Nullable T atHand, String name, Issue issue, DataFetchingEnvironment environment) {
        if (atHand != null) {
            return CompletableFuture.completedFuture(atHand);
        }
        DataLoader<Issue, T> loader = Objects.requireNonNull(environment.getDataLoader(name));
        return loader.load(issue);
    }

    private Mono<Map<Issue, IssueCategory>> categories(Collection<Issue> issues) {
        var ids = issues.stream().map(issue -> issue.categoryId().value()).toList();
        return Batch.one(issues, Issue::categoryId, categories.all(ids), IssueCategory::id);
    }

    private Mono<Map<Issue, Grid>> grids(Collection<Issue> issues) {
        var ids = issues.stream().map(issue -> issue.gridId().value()).toList();
        return Batch.one(issues, Issue::gridId, grids.all(ids, Scope.everywhere()), Grid::id);
    }

    private Mono<Map<Issue, Member>> leads(Collection<Issue> issues, @Nullable GraphQLContext context) {
        Viewer viewer = Objects.requireNonNull(context).get("viewer");
        var ids = issues.stream().flatMap(issue -> issue.leadUuid().stream()).toList();
        return Batch.one(issues, Issue::leadId, members.all(ids, viewer.scope(Right.PERSONNEL)), Member::id);
    }
}
