package org.wangge.meeting.topic;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.wangge.access.Viewer;
import org.wangge.grid.Grid;
import org.wangge.grid.Grids;
import org.wangge.grid.Scope;
import org.wangge.issue.Issue;
import org.wangge.issue.IssueSight;
import org.wangge.issue.Issues;
import org.wangge.meeting.Council;
import org.wangge.meeting.Councils;
import org.wangge.meeting.MeetingSight;
import org.wangge.refusal.ProblemCode;
import reactor.core.publisher.Mono;

/// What a referral refers to: the issue, and a council that deliberates where it is.
@Component
class ReferralReferences {
    private final Issues issues;
    private final Councils councils;
    private final Grids grids;

    ReferralReferences(Issues issues, Councils councils, Grids grids) {
        this.issues = issues;
        this.councils = councils;
        this.grids = grids;
    }

    /// The grid of the council, when all is as it has to be.
    ///
    /// @throws org.wangge.refusal.Refused INPUT_REJECTED with everything that is wrong
    Mono<Grid> grid(ReferIssueInput input, Viewer viewer) {
        return issues.all(List.of(input.issueId().value()), IssueSight.of(viewer))
                .next()
                .singleOptional()
                .zipWith(councils.find(input.councilId(), MeetingSight.of(viewer))
                        .singleOptional())
                .map(found -> council(input, found.getT1(), found.getT2()))
                .flatMap(council -> grids.get(council.gridId(), Scope.everywhere()));
    }

    private static Council council(ReferIssueInput input, Optional<Issue> issue, Optional<Council> council) {
        var near = council.filter(
                one -> issue.isEmpty() || one.gridKey().holds(issue.get().gridKey()));
        input.problems()
                .check(issue.isPresent(), "issueId", ProblemCode.UNKNOWN)
                .check(near.isPresent(), "councilId", ProblemCode.UNKNOWN)
                .check(near.isEmpty() || near.get().isActive(), "councilId", ProblemCode.ENDED)
                .refuseIfAny();
        return near.orElseThrow();
    }
}
