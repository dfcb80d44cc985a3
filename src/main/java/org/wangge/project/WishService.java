package org.wangge.project;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.wangge.access.OwnGrids;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.feed.Command;
import org.wangge.feed.Done;
import org.wangge.feed.NewEvent;
import org.wangge.feed.Outcome;
import org.wangge.grid.Grid;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.refusal.Refused;
import org.wangge.refusal.SocietyRefusal;
import reactor.core.publisher.Mono;

/// The rules of wishes: staff collect them from issues and topics, residents say that they share them, and what many
/// want is put on the short list. What is against them is [Refused].
@Service
class WishService {
    /// How many have to want it; whoever reported an issue that led to it, or supports its topic, wants it.
    static final int NEEDED = 3;

    private final ProjectDesk desk;
    private final Projects projects;
    private final ProjectParts parts;
    private final ProjectReferences references;
    private final OwnGrids grids;

    WishService(ProjectDesk desk, Projects projects, ProjectParts parts, ProjectReferences references, OwnGrids grids) {
        this.desk = desk;
        this.projects = projects;
        this.parts = parts;
        this.references = references;
        this.grids = grids;
    }

    /// @throws Refused INPUT_REJECTED, also for issues and topics that the viewer does not see
    Mono<Outcome> collect(CollectProjectInput input, Viewer viewer) {
        var now = desk.now();
        var work = grids.of(input.gridId(), Right.PROJECTS, viewer)
                .delayUntil(grid -> references.require(input, grid, viewer))
                .flatMap(grid ->
                        projects.insert(input, grid, viewer.actor(), now).map(id -> collected(id, grid, now)));
        return once("collectProject", input.key(), input, viewer, now, work);
    }

    /// @throws Fault NOT_PERMITTED to whoever is not in the ledger
    Mono<Outcome> support(SupportProjectInput input, Viewer viewer) {
        var now = desk.now();
        var resident = resident(viewer);
        var work = desk.held(input.projectId(), ProjectStatus.COLLECTED, ProjectStatus.SHORTLISTED)
                .delayUntil(project -> parts.support(project, resident, now).doOnNext(WishService::requireFirst))
                .map(project -> ProjectDesk.changed(project, "SUPPORTED", now));
        return once("supportProject", input.key(), input, viewer, now, work);
    }

    /// @throws Refused SUPPORT_MISSING while too few want it
    Mono<Outcome> shortlist(ProjectInput input, Viewer viewer) {
        var now = desk.now();
        var work = desk.directed(input.projectId(), input.expectedVersion(), viewer, ProjectStatus.COLLECTED)
                .delayUntil(project -> references.wanting(project).doOnNext(WishService::requireMany))
                .flatMap(project -> desk.become(project, ProjectStatus.SHORTLISTED, null, "SHORTLISTED", now));
        return once("shortlistProject", input.key(), input, viewer, now, work);
    }

    /// @throws Fault NOT_PERMITTED to whoever is not in the ledger
    Mono<Outcome> rate(RateProjectInput input, Viewer viewer) {
        var now = desk.now();
        var resident = resident(viewer);
        var work = desk.held(input.projectId(), ProjectStatus.COMPLETED)
                .doOnNext(project -> input.problems().refuseIfAny())
                .delayUntil(project ->
                        parts.rate(project, resident, input.score(), now).doOnNext(WishService::requireFirst))
                .map(project -> ProjectDesk.changed(project, "RATED", now));
        return once("rateProject", input.key(), input, viewer, now, work);
    }

    private static Done collected(UUID id, Grid grid, Instant now) {
        return new Done(id, 1, List.of(new NewEvent(ProjectDesk.TOLD + "COLLECTED", id, 1, grid.key(), now)));
    }

    private static void requireMany(int present) {
        if (present < NEEDED) {
            throw new Refused(new SocietyRefusal.SupportMissing(NEEDED, present));
        }
    }

    private static void requireFirst(boolean isFirst) {
        new Problems().check(isFirst, "projectId", ProblemCode.DUPLICATE).refuseIfAny();
    }

    private static UUID resident(Viewer viewer) {
        var resident = viewer.signedIn().residentId();
        if (resident == null) {
            throw new Fault(FaultCode.NOT_PERMITTED);
        }
        return resident;
    }

    private Mono<Outcome> once(String name, UUID key, Object input, Viewer viewer, Instant now, Mono<Done> work) {
        return desk.once(new Command(viewer.actor(), key, name, input), now, work);
    }
}
