package org.wangge.issue.dispatch;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.stereotype.Controller;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.graphql.Batch;
import org.wangge.grid.Grid;
import org.wangge.grid.Grids;
import org.wangge.grid.Scope;
import org.wangge.issue.Issue;
import org.wangge.personnel.Department;
import org.wangge.personnel.Departments;
import org.wangge.personnel.Member;
import org.wangge.personnel.Members;
import reactor.core.publisher.Mono;

/// Whom issues should go to, in the graph, for the staff of their grids.
@Controller
class SuggestionController {
    private final Suggestions suggestions;
    private final Members members;
    private final Departments departments;
    private final Grids grids;
    private final Clock clock;

    SuggestionController(Suggestions suggestions, Members members, Departments departments, Grids grids, Clock clock) {
        this.suggestions = suggestions;
        this.members = members;
        this.departments = departments;
        this.grids = grids;
        this.clock = clock;
    }

    @BatchMapping
    Mono<Map<Issue, Hand>> suggestedHand(List<Issue> issues, @ContextValue Viewer viewer) {
        var wanted = issues.stream()
                .filter(issue -> issue.status().isOpen() && viewer.may(Right.ISSUES, issue.gridKey()))
                .map(issue -> new Suggestions.Wanted(issue, issue.level()))
                .toList();
        return suggestions.all(wanted, LocalDate.now(clock)).map(SuggestionController::byIssue);
    }

    @BatchMapping
    Mono<Map<Hand, Member>> member(List<Hand> hands, @ContextValue Viewer viewer) {
        var found = members.all(List.of(Batch.ids(hands, Hand::memberUuid)), viewer.scope(Right.PERSONNEL));
        return Batch.one(hands, Hand::memberId, found, Member::id);
    }

    @BatchMapping
    Mono<Map<Hand, Department>> department(List<Hand> hands) {
        var found = departments.all(List.of(Batch.ids(hands, Hand::departmentUuid)), Scope.everywhere());
        return Batch.one(hands, Hand::departmentId, found, Department::id);
    }

    @BatchMapping
    Mono<Map<Hand, Grid>> grid(List<Hand> hands) {
        var keys = hands.stream().map(Hand::at).distinct().toList();
        return Batch.one(hands, Hand::at, grids.allAt(keys, Scope.everywhere()), Grid::key);
    }

    private static Map<Issue, Hand> byIssue(Map<Suggestions.Wanted, Hand> found) {
        Map<Issue, Hand> byIssue = HashMap.newHashMap(found.size());
        found.forEach((wanted, hand) -> byIssue.put(wanted.issue(), hand));
        return byIssue;
    }
}
