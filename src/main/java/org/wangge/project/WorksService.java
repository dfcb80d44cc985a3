package org.wangge.project;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.wangge.access.Viewer;
import org.wangge.feed.Command;
import org.wangge.feed.Done;
import org.wangge.feed.Outcome;
import org.wangge.refusal.FlowRefusal;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.refusal.Refused;
import org.wangge.refusal.SocietyRefusal;
import reactor.core.publisher.Mono;

/// The rules of works: approved with money and stages, carried out stage by stage with pictures, measured, and
/// accepted by somebody else than who says that it is done. What is against them is [Refused].
@Service
class WorksService {
    private final ProjectDesk desk;
    private final ProjectParts parts;
    private final ProjectStages stages;
    private final StageTasks tasks;
    private final WorksReferences references;

    WorksService(
            ProjectDesk desk, ProjectParts parts, ProjectStages stages, StageTasks tasks, WorksReferences references) {
        this.desk = desk;
        this.parts = parts;
        this.stages = stages;
        this.tasks = tasks;
        this.references = references;
    }

    Mono<Outcome> approve(ApproveProjectInput input, Viewer viewer) {
        var now = desk.now();
        var work = desk.directed(input.projectId(), input.expectedVersion(), viewer, ProjectStatus.RECOMMENDED)
                .delayUntil(project -> references.require(input))
                .delayUntil(project -> tasks.hold(project, input.stages(), ApproveProjectInput::path, viewer))
                .delayUntil(project -> stages.plan(input))
                .flatMap(project -> desk.become(project, ProjectStatus.APPROVED, null, "APPROVED", now));
        return once("approveProject", input.key(), input, viewer, now, work);
    }

    /// @throws Refused INPUT_REJECTED; NOT_IN_THIS_STATE of a resolution that is not being put into effect
    Mono<Outcome> add(AddStageInput input, Viewer viewer) {
        var now = desk.now();
        var added = List.of(input.stage());
        var work = desk.directed(
                        input.projectId(),
                        input.expectedVersion(),
                        viewer,
                        ProjectStatus.APPROVED,
                        ProjectStatus.IN_PROGRESS)
                .delayUntil(project -> stages.of(List.of(project.uuid()))
                        .count()
                        .doOnNext(there -> input.problems(there).refuseIfAny()))
                .delayUntil(project -> tasks.hold(project, added, no -> AddStageInput.PATH, viewer))
                .delayUntil(project -> stages.add(project.id(), added))
                .flatMap(project -> desk.become(project, project.status(), null, "STAGE_ADDED", now));
        return once("addStage", input.key(), input, viewer, now, work);
    }

    Mono<Outcome> begin(ProjectInput input, Viewer viewer) {
        var now = desk.now();
        var work = desk.directed(input.projectId(), input.expectedVersion(), viewer, ProjectStatus.APPROVED)
                .flatMap(project -> desk.become(project, ProjectStatus.IN_PROGRESS, null, "BEGUN", now));
        return once("beginProject", input.key(), input, viewer, now, work);
    }

    /// @throws Refused INPUT_REJECTED, also for files that are not the viewer's, or of which none is a picture
    Mono<Outcome> finish(FinishStageInput input, Viewer viewer) {
        var now = desk.now();
        var work = desk.directed(input.projectId(), input.expectedVersion(), viewer, ProjectStatus.IN_PROGRESS)
                .doOnNext(project -> input.problems(desk.today()).refuseIfAny())
                .delayUntil(project -> stage(project, input.stageNo()))
                .delayUntil(project ->
                        references.pictures(input, project, viewer, now).flatMap(files -> stages.finish(input, files)))
                .flatMap(project -> desk.become(project, ProjectStatus.IN_PROGRESS, null, "STAGE_FINISHED", now));
        return once("finishStage", input.key(), input, viewer, now, work);
    }

    /// @throws Refused STAGES_OPEN; INPUT_REJECTED when another quantity than planned comes without a reason
    Mono<Outcome> submit(SubmitProjectInput input, Viewer viewer) {
        var now = desk.now();
        var work = desk.directed(input.projectId(), input.expectedVersion(), viewer, ProjectStatus.IN_PROGRESS)
                .delayUntil(project -> stages.of(List.of(project.uuid()))
                        .filter(stage -> !stage.isFinished())
                        .map(ProjectStage::no)
                        .collectList()
                        .doOnNext(WorksService::requireNone))
                .doOnNext(
                        project -> input.problemsWith(project.plannedQuantity()).refuseIfAny())
                .delayUntil(project -> parts.measure(input, viewer.actor()))
                .flatMap(project -> desk.become(project, ProjectStatus.ACCEPTANCE, null, "SUBMITTED", now));
        return once("submitProject", input.key(), input, viewer, now, work);
    }

    /// @throws Refused SELF_VERIFICATION by who says that it is done
    Mono<Outcome> accept(AcceptProjectInput input, Viewer viewer) {
        var now = desk.now();
        var work = desk.directed(input.projectId(), input.expectedVersion(), viewer, ProjectStatus.ACCEPTANCE)
                .doOnNext(project -> {
                    requireAnother(project, viewer);
                    input.problems().refuseIfAny();
                })
                .delayUntil(project -> input.isAccepted() ? tasks.finish(project, now) : Mono.empty())
                .flatMap(project -> input.isAccepted()
                        ? desk.become(
                                project, ProjectStatus.COMPLETED, input.note().strip(), "COMPLETED", now)
                        : desk.become(
                                project, ProjectStatus.IN_PROGRESS, input.note().strip(), "REJECTED", now));
        return once("acceptProject", input.key(), input, viewer, now, work);
    }

    Mono<Outcome> suspend(ProjectReasonInput input, Viewer viewer) {
        var now = desk.now();
        var work = desk.directed(
                        input.projectId(),
                        input.expectedVersion(),
                        viewer,
                        ProjectStatus.APPROVED,
                        ProjectStatus.IN_PROGRESS,
                        ProjectStatus.ACCEPTANCE)
                .doOnNext(project -> input.problems().refuseIfAny())
                .flatMap(project -> desk.become(
                        project, ProjectStatus.SUSPENDED, input.reason().strip(), "SUSPENDED", now));
        return once("suspendProject", input.key(), input, viewer, now, work);
    }

    /// It goes on where it stood.
    Mono<Outcome> resume(ProjectInput input, Viewer viewer) {
        var now = desk.now();
        var work = desk.directed(input.projectId(), input.expectedVersion(), viewer, ProjectStatus.SUSPENDED)
                .flatMap(project ->
                        desk.become(project, Objects.requireNonNull(project.suspendedFrom()), null, "RESUMED", now));
        return once("resumeProject", input.key(), input, viewer, now, work);
    }

    Mono<Outcome> cancel(ProjectReasonInput input, Viewer viewer) {
        var now = desk.now();
        var work = desk.directed(
                        input.projectId(),
                        input.expectedVersion(),
                        viewer,
                        ProjectStatus.COLLECTED,
                        ProjectStatus.SHORTLISTED,
                        ProjectStatus.RECOMMENDED,
                        ProjectStatus.APPROVED,
                        ProjectStatus.IN_PROGRESS,
                        ProjectStatus.SUSPENDED)
                .doOnNext(project -> input.problems().refuseIfAny())
                .flatMap(project -> desk.become(
                        project, ProjectStatus.CANCELLED, input.reason().strip(), "CANCELLED", now));
        return once("cancelProject", input.key(), input, viewer, now, work);
    }

    private Mono<ProjectStage> stage(LivelihoodProject project, int no) {
        return stages.of(List.of(project.uuid()))
                .filter(stage -> stage.no() == no)
                .next()
                .switchIfEmpty(Mono.error(() -> Problems.single("stageNo", ProblemCode.UNKNOWN)))
                .doOnNext(stage -> new Problems()
                        .check(!stage.isFinished(), "stageNo", ProblemCode.DUPLICATE)
                        .refuseIfAny());
    }

    private static void requireNone(List<Integer> open) {
        if (!open.isEmpty()) {
            throw new Refused(new SocietyRefusal.StagesOpen(open));
        }
    }

    private static void requireAnother(LivelihoodProject project, Viewer viewer) {
        if (viewer.actor().equals(project.submitter())) {
            throw new Refused(new FlowRefusal.SelfVerification());
        }
    }

    private Mono<Outcome> once(String name, UUID key, Object input, Viewer viewer, Instant now, Mono<Done> work) {
        return desk.once(new Command(viewer.actor(), key, name, input), now, work);
    }
}
