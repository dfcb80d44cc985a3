package org.wangge.issue.reply;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.stereotype.Controller;
import org.wangge.access.Right;
import org.wangge.access.Role;
import org.wangge.access.Viewer;
import org.wangge.graphql.Batch;
import org.wangge.issue.Issue;
import org.wangge.issue.Ties;
import org.wangge.personnel.Member;
import org.wangge.personnel.Members;
import org.wangge.resident.LedgerSight;
import org.wangge.resident.Resident;
import org.wangge.resident.Residents;
import reactor.core.publisher.Mono;

/// Who reported an issue, for those who need to know: themselves, whoever has it in hand, and the posts
/// that take it in and supervise it.
@Controller
class ReporterController {
    private static final Set<Role> POSTS = EnumSet.of(Role.INTAKE, Role.SUPERVISION);

    private final Reporters reporters;
    private final Ties ties;
    private final Residents residents;
    private final Members members;

    ReporterController(Reporters reporters, Ties ties, Residents residents, Members members) {
        this.reporters = reporters;
        this.ties = ties;
        this.residents = residents;
        this.members = members;
    }

    @BatchMapping
    Mono<Map<Issue, Reporter>> reporter(List<Issue> issues, @ContextValue Viewer viewer) {
        return ties.of(issues, viewer)
                .map(found -> issues.stream()
                        .filter(issue -> isShown(issue, Objects.requireNonNull(found.get(issue)), viewer))
                        .toList())
                .flatMap(shown -> Batch.one(shown, Issue::id, reporters.all(ids(shown)), Reporter::issueId));
    }

    @BatchMapping
    Mono<Map<Reporter, Resident>> resident(List<Reporter> reporters, @ContextValue Viewer viewer) {
        var found = residents.all(List.of(Batch.ids(reporters, Reporter::residentId)), LedgerSight.of(viewer));
        return Batch.one(
                reporters,
                Reporter::residentId,
                found,
                resident -> resident.id().value());
    }

    @BatchMapping
    Mono<Map<Reporter, Member>> member(List<Reporter> reporters, @ContextValue Viewer viewer) {
        var found = members.all(List.of(Batch.ids(reporters, Reporter::memberId)), viewer.scope(Right.PERSONNEL));
        return Batch.one(
                reporters, Reporter::memberId, found, member -> member.id().value());
    }

    /// The code on the receipt shows the matter, not who reported it: it may lie in other hands.
    static boolean isShown(Issue issue, Ties.Tie tie, Viewer viewer) {
        return viewer.accountId() != null
                && (tie.isReporter() || tie.isHandler() || Insight.holds(viewer, POSTS, issue.gridKey()));
    }

    private static UUID[] ids(List<Issue> issues) {
        return issues.stream().map(Issue::uuid).toArray(UUID[]::new);
    }
}
