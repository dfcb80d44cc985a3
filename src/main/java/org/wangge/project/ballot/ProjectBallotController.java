package org.wangge.project.ballot;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Viewer;
import org.wangge.feed.Outcome;
import org.wangge.graphql.Batch;
import org.wangge.graphql.page.Connection;
import org.wangge.graphql.page.PageRequest;
import org.wangge.grid.Grid;
import org.wangge.grid.GridId;
import org.wangge.grid.Grids;
import org.wangge.grid.Scope;
import org.wangge.project.LivelihoodProject;
import org.wangge.project.Projects;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// Recommendation ballots in the graph.
@Controller
class ProjectBallotController {
    private final ProjectBallots ballots;
    private final ProjectBallotService service;
    private final Projects projects;
    private final Grids grids;

    ProjectBallotController(ProjectBallots ballots, ProjectBallotService service, Projects projects, Grids grids) {
        this.ballots = ballots;
        this.service = service;
        this.projects = projects;
        this.grids = grids;
    }

    @QueryMapping
    Mono<Connection<ProjectBallot>> projectBallots(@Argument @Nullable GridId within, PageRequest page) {
        return grids.within(within, Scope.everywhere()).flatMap(area -> ballots.page(area, page));
    }

    @MutationMapping
    Mono<ProjectBallotPayload> openProjectBallot(@Argument OpenProjectBallotInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> service.open(input, viewer)));
    }

    @MutationMapping
    Mono<ProjectBallotPayload> castProjectVote(@Argument CastProjectVoteInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> service.vote(input, viewer)));
    }

    @MutationMapping
    Mono<ProjectBallotPayload> closeProjectBallot(
            @Argument CloseProjectBallotInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> service.close(input, viewer)));
    }

    @BatchMapping
    Mono<Map<ProjectBallot, Grid>> grid(List<ProjectBallot> ballots) {
        var ids = ballots.stream().map(one -> one.gridId().value()).toList();
        return Batch.one(ballots, ProjectBallot::gridId, grids.all(ids, Scope.everywhere()), Grid::id);
    }

    @BatchMapping
    Mono<Map<ProjectBallot, List<ProjectCandidate>>> candidates(List<ProjectBallot> ballots) {
        var ids = ballots.stream().map(ProjectBallot::uuid).toList();
        return Batch.many(ballots, ProjectBallot::id, this.ballots.candidates(ids), ProjectCandidate::ballotId);
    }

    /// Null for whoever may not vote in it.
    @BatchMapping
    Mono<Map<ProjectBallot, Boolean>> haveVoted(List<ProjectBallot> ballots, @ContextValue Viewer viewer) {
        var resident = viewer.residentId();
        if (resident == null) {
            return Mono.just(Map.of());
        }
        var ids = ballots.stream().map(ProjectBallot::uuid).toList();
        return this.ballots
                .votes(ids, resident)
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .map(found -> Batch.joined(ballots, ProjectBallot::uuid, found));
    }

    @BatchMapping
    Mono<Map<ProjectCandidate, LivelihoodProject>> project(List<ProjectCandidate> candidates) {
        var ids = candidates.stream().map(one -> one.projectId().value()).toList();
        return Batch.one(candidates, ProjectCandidate::projectId, projects.all(ids), LivelihoodProject::id);
    }

    private Mono<ProjectBallotPayload> payload(Mono<Outcome> outcome) {
        return outcome.flatMap(done -> ballots.find(new ProjectBallotId(done.subject()))
                        .map(found -> new ProjectBallotPayload(found, null, done.replayed(), done.cursor())))
                .onErrorResume(Refused.class, refused -> Mono.just(ProjectBallotPayload.refused(refused.refusal())));
    }
}
