package org.wangge.project.ballot;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wangge.feed.NewEvent;
import org.wangge.grid.Grid;
import org.wangge.grid.Scope;
import org.wangge.project.LivelihoodProject;
import org.wangge.project.ProjectStatus;
import org.wangge.project.Projects;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.resident.LedgerSight;
import org.wangge.resident.Residents;
import reactor.core.publisher.Mono;

/// The projects that can be chosen, and the residents who can choose.
@Component
class Shortlist {
    private final Projects projects;
    private final Residents residents;

    Shortlist(Projects projects, Residents residents) {
        this.projects = projects;
        this.residents = residents;
    }

    /// All projects are on the short list of the grid, and all voters live there.
    ///
    /// @throws org.wangge.refusal.Refused INPUT_REJECTED
    Mono<Void> requireKnown(OpenProjectBallotInput input, Grid grid) {
        var listed = projects.held(input.projects())
                .filter(project -> project.status() == ProjectStatus.SHORTLISTED
                        && grid.key().holds(project.gridKey()))
                .count();
        var voters = residents
                .all(input.voters(), LedgerSight.of(Scope.of(grid.key())))
                .count();
        return Mono.zip(listed, voters)
                .doOnNext(found -> new Problems()
                        .check(found.getT1() == input.projectIds().size(), "projectIds", ProblemCode.UNKNOWN)
                        .check(found.getT2() == input.voterIds().size(), "voterIds", ProblemCode.UNKNOWN)
                        .refuseIfAny())
                .then();
    }

    /// Those that are still on the short list are recommended; gives the events that tell it.
    Mono<List<NewEvent>> recommend(List<UUID> chosen, Instant now) {
        return projects.held(chosen)
                .filter(project -> project.status() == ProjectStatus.SHORTLISTED)
                .collectList()
                .flatMapIterable(list -> list)
                .concatMap(project -> projects.become(project, ProjectStatus.RECOMMENDED, null, now)
                        .thenReturn(event(project, now)))
                .collectList();
    }

    private static NewEvent event(LivelihoodProject project, Instant now) {
        return new NewEvent("PROJECT_RECOMMENDED", project.uuid(), project.version() + 1, project.gridKey(), now);
    }
}
