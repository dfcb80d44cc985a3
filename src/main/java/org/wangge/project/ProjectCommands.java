package org.wangge.project;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Viewer;
import org.wangge.feed.Outcome;
import org.wangge.meeting.resolution.ReturningIssues;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// What people do with projects, in the graph.
@Controller
class ProjectCommands {
    private final WishService wishes;
    private final WorksService works;
    private final Projects projects;
    private final ReturningIssues returning;

    ProjectCommands(WishService wishes, WorksService works, Projects projects, ReturningIssues returning) {
        this.wishes = wishes;
        this.works = works;
        this.projects = projects;
        this.returning = returning;
    }

    @MutationMapping
    Mono<ProjectPayload> collectProject(@Argument CollectProjectInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> wishes.collect(input, viewer)));
    }

    @MutationMapping
    Mono<ProjectPayload> supportProject(@Argument SupportProjectInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> wishes.support(input, viewer)));
    }

    @MutationMapping
    Mono<ProjectPayload> shortlistProject(@Argument ProjectInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> wishes.shortlist(input, viewer)));
    }

    @MutationMapping
    Mono<ProjectPayload> rateProject(@Argument RateProjectInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> wishes.rate(input, viewer)));
    }

    @MutationMapping
    Mono<ProjectPayload> approveProject(@Argument ApproveProjectInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> works.approve(input, viewer)));
    }

    @MutationMapping
    Mono<ProjectPayload> addStage(@Argument AddStageInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> works.add(input, viewer)));
    }

    @MutationMapping
    Mono<ProjectPayload> beginProject(@Argument ProjectInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> works.begin(input, viewer)));
    }

    @MutationMapping
    Mono<ProjectPayload> finishStage(@Argument FinishStageInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> works.finish(input, viewer)));
    }

    @MutationMapping
    Mono<ProjectPayload> submitProject(@Argument SubmitProjectInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> works.submit(input, viewer)));
    }

    /// What was put off until it is built has come back when the answer is here.
    @MutationMapping
    Mono<ProjectPayload> acceptProject(@Argument AcceptProjectInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> works.accept(input, viewer)).delayUntil(done -> returning.comeBack()));
    }

    @MutationMapping
    Mono<ProjectPayload> suspendProject(@Argument ProjectReasonInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> works.suspend(input, viewer)));
    }

    @MutationMapping
    Mono<ProjectPayload> resumeProject(@Argument ProjectInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> works.resume(input, viewer)));
    }

    @MutationMapping
    Mono<ProjectPayload> cancelProject(@Argument ProjectReasonInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> works.cancel(input, viewer)));
    }

    private Mono<ProjectPayload> payload(Mono<Outcome> outcome) {
        return outcome.flatMap(done -> projects.find(new ProjectId(done.subject()))
                        .map(found -> new ProjectPayload(found, null, done.replayed(), done.cursor())))
                .onErrorResume(Refused.class, refused -> Mono.just(ProjectPayload.refused(refused.refusal())));
    }
}
