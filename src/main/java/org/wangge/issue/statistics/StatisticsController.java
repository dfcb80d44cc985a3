package org.wangge.issue.statistics;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.graphql.Batch;
import org.wangge.grid.GridId;
import org.wangge.issue.Categories;
import org.wangge.issue.IssueCategory;
import reactor.core.publisher.Mono;

/// Figures in the graph: for everybody, but not to everybody exactly.
@Controller
class StatisticsController {
    private final Statistics statistics;
    private final Breakdown breakdown;
    private final Categories categories;
    private final StatisticsGate gate;

    StatisticsController(Statistics statistics, Breakdown breakdown, Categories categories, StatisticsGate gate) {
        this.statistics = statistics;
        this.breakdown = breakdown;
        this.categories = categories;
        this.gate = gate;
    }

    @QueryMapping
    Mono<IssueStatistics> issueStatistics(
            @Argument GridId within,
            @Argument LocalDate from,
            @Argument LocalDate to,
            @ContextValue Viewer viewer,
            @ContextValue String address) {
        return gate.open(within, from, to, viewer, address)
                .flatMap(asked -> statistics.of(asked.grid(), asked.extent(), viewer.scope(Right.STATISTICS)));
    }

    @SchemaMapping(typeName = "IssueStatistics")
    Mono<IssueBreakdown> breakdown(IssueStatistics statistics) {
        return breakdown.of(statistics.extent(), statistics.veil());
    }

    @BatchMapping(typeName = "CategoryCount")
    Mono<Map<IssueBreakdown.OfCategory, IssueCategory>> category(List<IssueBreakdown.OfCategory> counts) {
        var ids = counts.stream().map(one -> one.categoryId().value()).toList();
        return Batch.one(counts, IssueBreakdown.OfCategory::categoryId, categories.all(ids), IssueCategory::id);
    }
}
