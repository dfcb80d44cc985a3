package peer;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.dataloader.DataLoader;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/// The fields of the queries; each relation is one statement for all its parents.
@Controller
class Queries {
    private final Statements statements;

    Queries(Statements statements, BatchLoaderRegistry loaders) {
        this.statements = statements;
        loaders.<Last, List<Rows.Entry>>forName("timeline")
                .registerMappedBatchLoader((wanted, environment) -> Mono.just(entries(List.copyOf(wanted))));
    }

    record Lookup(UUID id, String code) {}

    record Filter(UUID within, List<String> category, List<String> status, List<String> urgency) {}

    record Last(UUID issue, int count) {}

    @QueryMapping
    Rows.Issue issue(@Argument Lookup by) {
        return statements.issue(by.id());
    }

    @QueryMapping
    Rows.IssueConnection issues(@Argument Filter filter, @Argument int first) {
        return filter.within() == null
                ? statements.filtered(filter.category(), filter.status(), filter.urgency(), first)
                : new Rows.IssueConnection(statements.openWithin(filter.within(), first), null);
    }

    @QueryMapping
    Rows.Grid grid(@Argument Lookup by) {
        return statements.grid(by.code()).getFirst();
    }

    @BatchMapping(typeName = "Issue")
    List<Rows.Grid> grid(List<Rows.Issue> issues) {
        var found = byId(statements.grids(issues.stream().map(Rows.Issue::gridId).toList()), Rows.Grid::id);
        return issues.stream().map(issue -> found.get(issue.gridId())).toList();
    }

    @BatchMapping(typeName = "Issue")
    Map<Rows.Issue, Rows.Member> lead(List<Rows.Issue> issues) {
        var led = issues.stream().filter(issue -> issue.leadId() != null).toList();
        var found = byId(statements.members(led.stream().map(Rows.Issue::leadId).toList()), Rows.Member::id);
        return led.stream().collect(toMap(Function.identity(), issue -> found.get(issue.leadId())));
    }

    @SchemaMapping(typeName = "Issue")
    CompletableFuture<List<Rows.Entry>> timeline(
            Rows.Issue issue, @Argument int last, DataFetchingEnvironment environment) {
        DataLoader<Last, List<Rows.Entry>> loader = environment.getDataLoader("timeline");
        return loader.load(new Last(issue.id(), last));
    }

    @BatchMapping(typeName = "Grid")
    List<List<Rows.Grid>> children(List<Rows.Grid> grids) {
        var found = statements.children(grids.stream().map(Rows.Grid::id).toList()).stream()
                .collect(groupingBy(Rows.Grid::parentId));
        return grids.stream().map(grid -> found.getOrDefault(grid.id(), List.of())).toList();
    }

    @BatchMapping(typeName = "GridCounts")
    List<Integer> openIssueCount(List<Rows.GridCounts> counts) {
        var found = byId(statements.openCounts(counts.stream().map(Rows.GridCounts::gridId).toList()), Rows.Count::gridId);
        return counts.stream().map(count -> found.get(count.gridId()).amount()).toList();
    }

    /// All are asked for the same number of entries.
    private Map<Last, List<Rows.Entry>> entries(List<Last> wanted) {
        var ids = wanted.stream().map(Last::issue).toList();
        var found = statements.lastEntries(ids, wanted.getFirst().count()).stream()
                .collect(groupingBy(Rows.Entry::issueId));
        return wanted.stream().collect(toMap(Function.identity(), last -> found.getOrDefault(last.issue(), List.of())));
    }

    private static <T> Map<UUID, T> byId(List<T> rows, Function<T, UUID> id) {
        return rows.stream().collect(toMap(id, Function.identity()));
    }
}
