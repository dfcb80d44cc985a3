package org.wangge.project;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.wangge.access.Viewer;
import org.wangge.grid.GridKey;
import org.wangge.meeting.MeetingSight;
import org.wangge.meeting.resolution.ResolutionStatus;
import org.wangge.meeting.resolution.TaskForm;
import org.wangge.meeting.resolution.Tasks;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.refusal.Refused;
import org.wangge.refusal.SocietyRefusal.NotInThisState;
import reactor.core.publisher.Mono;

/// The tasks of resolutions that stages are for: each in one project, and done when that is accepted.
@Component
class StageTasks {
    private final Tasks tasks;
    private final ProjectOrigins origins;
    private final ProjectStages stages;

    StageTasks(Tasks tasks, ProjectOrigins origins, ProjectStages stages) {
        this.tasks = tasks;
        this.origins = origins;
        this.stages = stages;
    }

    /// Holds the tasks that the stages are for.
    ///
    /// @param path of each stage in the input
    /// @throws Refused INPUT_REJECTED with everything that is wrong; NOT_IN_THIS_STATE of a resolution that is not
    ///     being put into effect
    Mono<Void> hold(LivelihoodProject project, List<StageInput> planned, IntFunction<String> path, Viewer viewer) {
        var ids = planned.stream()
                .map(StageInput::taskUuid)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return ids.isEmpty()
                ? Mono.empty()
                : tasks.lock(ids, MeetingSight.of(viewer))
                        .collectMap(held -> held.task().uuid())
                        .zipWhen(held -> origins.elsewhere(ids, project.uuid()).collect(Collectors.toSet()))
                        .doOnNext(found -> check(project, planned, path, found.getT1(), found.getT2()))
                        .then();
    }

    /// The project was accepted.
    Mono<Void> finish(LivelihoodProject project, Instant now) {
        return stages.of(List.of(project.uuid()))
                .mapNotNull(ProjectStage::taskUuid)
                .collect(Collectors.toSet())
                .flatMap(done -> tasks.finish(done, now))
                .then();
    }

    private static void check(
            LivelihoodProject project,
            List<StageInput> planned,
            IntFunction<String> path,
            Map<UUID, Tasks.Held> held,
            Set<UUID> elsewhere) {
        var problems = new Problems();
        IntStream.range(0, planned.size()).forEach(i -> {
            var id = planned.get(i).taskUuid();
            if (id != null) {
                var task = held.get(id);
                problems.check(
                                task != null && isInLine(project.gridKey(), task.gridKey()),
                                path.apply(i) + "taskId",
                                ProblemCode.UNKNOWN)
                        .check(!elsewhere.contains(id), path.apply(i) + "taskId", ProblemCode.DUPLICATE)
                        .check(
                                task == null || task.task().form() == TaskForm.PROJECT_STAGE,
                                path.apply(i) + "taskId",
                                ProblemCode.NOT_ALLOWED,
                                TaskForm.PROJECT_STAGE);
            }
        });
        problems.refuseIfAny();
        held.values().forEach(StageTasks::requireImplementing);
    }

    /// A project for a part of where it was resolved, or for more than that.
    private static boolean isInLine(GridKey project, GridKey resolution) {
        return project.holds(resolution) || resolution.holds(project);
    }

    private static void requireImplementing(Tasks.Held held) {
        NotInThisState.unless("resolution", held.status(), ResolutionStatus.IMPLEMENTING);
    }
}
