package org.wangge.personnel.duty;

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
import org.wangge.personnel.Member;
import org.wangge.personnel.Members;
import reactor.core.publisher.Mono;

/// Where a post stands, and who takes a turn.
@Controller
class DutyRelations {
    private final Grids grids;
    private final Members members;

    DutyRelations(Grids grids, Members members) {
        this.grids = grids;
        this.members = members;
    }

    @BatchMapping
    Mono<Map<Post, Grid>> grid(List<Post> posts, @ContextValue Viewer viewer) {
        var ids = posts.stream().map(post -> post.gridId().value()).toList();
        return Batch.one(posts, Post::gridId, grids.all(ids, Scope.everywhere()), Grid::id);
    }

    @BatchMapping
    Mono<Map<DutyShift, Member>> member(List<DutyShift> shifts, @ContextValue Viewer viewer) {
        var ids = shifts.stream().map(shift -> shift.memberId().value()).toList();
        return Batch.one(shifts, DutyShift::memberId, members.all(ids, viewer.scope(Right.PERSONNEL)), Member::id);
    }
}
