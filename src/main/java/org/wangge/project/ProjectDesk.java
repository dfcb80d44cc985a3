package org.wangge.project;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.feed.Command;
import org.wangge.feed.Commands;
import org.wangge.feed.Done;
import org.wangge.feed.NewEvent;
import org.wangge.feed.Outcome;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.refusal.Refused;
import org.wangge.refusal.SocietyRefusal.NotInThisState;
import reactor.core.publisher.Mono;

/// How commands on projects are carried out: the project is held first, and what happened to it is told.
@Component
class ProjectDesk {
    static final String TOLD = "PROJECT_";
    private static final String GROUP = "project";

    private final Commands commands;
    private final Projects projects;
    private final Clock clock;

    ProjectDesk(Commands commands, Projects projects, Clock clock) {
        this.commands = commands;
        this.projects = projects;
        this.clock = clock;
    }

    Mono<Outcome> once(Command command, Instant now, Mono<Done> work) {
        return commands.once(command, now, work);
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /// @throws Refused INPUT_REJECTED, `projectId` UNKNOWN; NOT_IN_THIS_STATE
    Mono<LivelihoodProject> held(ProjectId id, ProjectStatus... allowed) {
        return projects.held(List.of(id.value()))
                .next()
                .switchIfEmpty(Mono.error(() -> Problems.single("projectId", ProblemCode.UNKNOWN)))
                .doOnNext(project -> NotInThisState.unless(GROUP, project.status(), allowed));
    }

    /// One that the viewer may direct, at the version that was read.
    ///
    /// @throws Refused INPUT_REJECTED, STALE_VERSION, NOT_IN_THIS_STATE
    Mono<LivelihoodProject> directed(ProjectId id, int expected, Viewer viewer, ProjectStatus... allowed) {
        viewer.require(Right.PROJECTS);
        return projects.held(List.of(id.value()))
                .next()
                .filter(project -> viewer.may(Right.PROJECTS, project.gridKey()))
                .switchIfEmpty(Mono.error(() -> Problems.single("projectId", ProblemCode.UNKNOWN)))
                .doOnNext(project -> {
                    Refused.ifStale(expected, project.version());
                    NotInThisState.unless(GROUP, project.status(), allowed);
                });
    }

    /// It comes to another state, and that is told.
    Mono<Done> become(
            LivelihoodProject project, ProjectStatus status, @Nullable String reason, String what, Instant now) {
        return projects.become(project, status, reason, now).thenReturn(changed(project, what, now));
    }

    static Done changed(LivelihoodProject project, String what, Instant now) {
        var version = project.version() + 1;
        return new Done(project.uuid(), version, List.of(event(project, what, now)));
    }

    static NewEvent event(LivelihoodProject project, String what, Instant now) {
        return new NewEvent(TOLD + what, project.uuid(), project.version() + 1, project.gridKey(), now);
    }
}
