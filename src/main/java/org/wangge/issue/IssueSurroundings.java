package org.wangge.issue;

import java.util.List;
import java.util.Map;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.stereotype.Controller;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.graphql.AtHand;
import org.wangge.graphql.Batch;
import org.wangge.graphql.Known;
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
    private final Categories categories;
    private final Grids grids;
    private final Members members;

    IssueSurroundings(Categories categories, Grids grids, Members members) {
        this.categories = categories;
        this.grids = grids;
        this.members = members;
    }

    @AtHand("Issue.category")
    Known<IssueCategory> categoryAtHand(Issue issue) {
        return Known.of(categories.atHand(issue.categoryId()));
    }

    @BatchMapping
    Mono<Map<Issue, IssueCategory>> category(List<Issue> issues) {
        var ids = issues.stream().map(issue -> issue.categoryId().value()).toList();
        return Batch.one(issues, Issue::categoryId, categories.all(ids), IssueCategory::id);
    }

    @AtHand("Issue.grid")
    Known<Grid> gridAtHand(Issue issue) {
        return Known.of(grids.atHand(issue.gridId()));
    }

    @BatchMapping
    Mono<Map<Issue, Grid>> grid(List<Issue> issues) {
        var ids = issues.stream().map(issue -> issue.gridId().value()).toList();
        return Batch.one(issues, Issue::gridId, grids.all(ids, Scope.everywhere()), Grid::id);
    }

    @AtHand("Issue.lead")
    Known<Member> leadAtHand(Issue issue, @ContextValue Viewer viewer) {
        return issue.leadId() == null
                ? Known.none()
                : Known.of(members.atHand(issue.leadId(), viewer.scope(Right.PERSONNEL)));
    }

    @BatchMapping
    Mono<Map<Issue, Member>> lead(List<Issue> issues, @ContextValue Viewer viewer) {
        var ids = issues.stream().flatMap(issue -> issue.leadUuid().stream()).toList();
        return Batch.one(issues, Issue::leadId, members.all(ids, viewer.scope(Right.PERSONNEL)), Member::id);
    }
}
