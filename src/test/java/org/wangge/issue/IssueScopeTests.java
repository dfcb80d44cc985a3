package org.wangge.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.graphql.page.PageRequest;
import org.wangge.grid.GridKey;
import org.wangge.grid.Scope;
import org.wangge.town.ApiTest;
import org.wangge.town.Awaited;
import org.wangge.town.Graph;
import org.wangge.town.Town;

@ApiTest
class IssueScopeTests {
    private static final Scope WILLOW = Scope.of(new GridKey(Town.WILLOW.key()));
    private static final Scope TWO_YARDS =
            new Scope(List.of(new GridKey(Town.EAST_YARD.key()), new GridKey(Town.RIVER_YARD.key())));

    @Autowired
    Graph graph;

    @Autowired
    Issues issues;

    @Test
    void isNotFoundOutsideOfTheScope() {
        var id = reported();

        for (var scope : List.of(WILLOW, TWO_YARDS, new Scope(List.of()))) {
            var page = Awaited.the(issues.page(
                    IssueFilter.NONE,
                    Scope.everywhere(),
                    IssueSight.of(scope),
                    IssueOrder.NEWEST,
                    PageRequest.of(100, null, null, null)));
            assertThat(page.nodes())
                    .noneMatch(issue -> issue.id().equals(id))
                    .allMatch(issue -> scope.holds(issue.gridKey()));
            assertThat(Awaited.the(issues.find(new IssueLookup(id, null, null), IssueSight.of(scope))
                            .hasElement()))
                    .isFalse();
            assertThat(Awaited.the(issues.all(List.of(id.value()), IssueSight.of(scope))
                            .collectList()))
                    .isEmpty();
        }
        assertThat(Awaited.the(issues.all(List.of(id.value()), IssueSight.of(Scope.everywhere()))
                        .collectList()))
                .hasSize(1);
    }

    private IssueId reported() {
        var answer = graph.ask(
                "mutation($input: ReportIssueInput!) { reportIssue(input: $input) { issue { id } } }",
                Map.of(
                        "input",
                        Map.of(
                                "key", UUID.randomUUID().toString(),
                                "category", "NOISE",
                                "description", "塔院的噪声扰民",
                                "source", "PHONE",
                                "gridId", Town.TOWER_YARD.id())));
        return IssueId.of(answer.text("reportIssue.issue.id"));
    }
}
