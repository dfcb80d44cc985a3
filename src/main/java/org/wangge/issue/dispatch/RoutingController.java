package org.wangge.issue.dispatch;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.graphql.Batch;
import org.wangge.grid.Grid;
import org.wangge.grid.GridId;
import org.wangge.grid.Grids;
import org.wangge.grid.Scope;
import org.wangge.issue.Categories;
import org.wangge.issue.IssueCategory;
import org.wangge.personnel.Department;
import org.wangge.personnel.Departments;
import org.wangge.personnel.Member;
import org.wangge.personnel.Members;
import reactor.core.publisher.Mono;

/// Rules of dispatch in the graph, for the staff of their grids.
@Controller
class RoutingController {
    private final DispatchRules rules;
    private final Categories categories;
    private final Members members;
    private final Departments departments;
    private final Grids grids;

    RoutingController(
            DispatchRules rules, Categories categories, Members members, Departments departments, Grids grids) {
        this.rules = rules;
        this.categories = categories;
        this.members = members;
        this.departments = departments;
        this.grids = grids;
    }

    @QueryMapping
    Mono<List<DispatchRule>> dispatchRules(
            @Argument @Nullable GridId within, @Argument @Nullable String category, @ContextValue Viewer viewer) {
        var seen = viewer.require(Right.ISSUES).scope(Right.ISSUES);
        return grids.within(within, Scope.everywhere()).flatMap(area -> rules.inForce(area, category, seen));
    }

    @BatchMapping
    Mono<Map<DispatchRule, IssueCategory>> category(List<DispatchRule> rules) {
        var ids = rules.stream().map(rule -> rule.categoryId().value()).toList();
        return Batch.one(rules, DispatchRule::categoryId, categories.all(ids), IssueCategory::id);
    }

    @BatchMapping
    Mono<Map<DispatchRule, Grid>> grid(List<DispatchRule> rules) {
        var ids = rules.stream().map(rule -> rule.gridId().value()).toList();
        return Batch.one(rules, DispatchRule::gridId, grids.all(ids, Scope.everywhere()), Grid::id);
    }

    @BatchMapping
    Mono<Map<DispatchRule, Department>> department(List<DispatchRule> rules) {
        var found = departments.all(List.of(Batch.ids(rules, DispatchRule::departmentUuid)), Scope.everywhere());
        return Batch.one(rules, DispatchRule::departmentId, found, Department::id);
    }

    @BatchMapping
    Mono<Map<DispatchRule, Member>> member(List<DispatchRule> rules, @ContextValue Viewer viewer) {
        var found = members.all(List.of(Batch.ids(rules, DispatchRule::memberUuid)), viewer.scope(Right.PERSONNEL));
        return Batch.one(rules, DispatchRule::memberId, found, Member::id);
    }
}
