package org.wangge.project;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Presence;
import org.wangge.access.Viewer;
import org.wangge.feed.Event;
import org.wangge.feed.Feed;
import org.wangge.feed.Sight;
import org.wangge.feed.Told;
import org.wangge.file.Attachment;
import org.wangge.file.Attachments;
import org.wangge.graphql.Batch;
import org.wangge.grid.Scope;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The stages of projects with their pictures, and live.
@Controller
class StageController {
    private final Feed feed;
    private final Projects projects;
    private final ProjectStages stages;
    private final Attachments attachments;

    StageController(Feed feed, Projects projects, ProjectStages stages, Attachments attachments) {
        this.feed = feed;
        this.projects = projects;
        this.stages = stages;
        this.attachments = attachments;
    }

    @BatchMapping
    Mono<Map<LivelihoodProject, List<ProjectStage>>> stages(List<LivelihoodProject> projects) {
        var ids = projects.stream().map(LivelihoodProject::uuid).toList();
        return Batch.many(projects, LivelihoodProject::id, stages.of(ids), ProjectStage::projectId);
    }

    /// What is built for everybody is shown to everybody.
    @BatchMapping
    Mono<Map<ProjectStage, List<Attachment>>> pictures(List<ProjectStage> stages) {
        var ids = stages.stream().map(stage -> stage.projectId().value()).toList();
        return this.stages
                .pictures(ids)
                .collectList()
                .flatMap(shown -> attachments
                        .all(shown.stream()
                                .map(ProjectStages.Picture::attachment)
                                .toList())
                        .collectMap(file -> file.id().value())
                        .map(found -> Batch.values(
                                stages,
                                stage -> shown.stream()
                                        .filter(one -> one.projectId().equals(stage.projectId())
                                                && one.stageNo() == stage.no())
                                        .map(one -> Objects.requireNonNull(found.get(one.attachment())))
                                        .toList())));
    }

    @SubscriptionMapping
    Flux<Object> projectStages(
            @Argument ProjectId projectId,
            @Argument @Nullable String after,
            @ContextValue Viewer viewer,
            @ContextValue Presence presence) {
        viewer.signedIn();
        return projects.find(projectId)
                .switchIfEmpty(Mono.error(() -> new Fault(FaultCode.NOT_FOUND)))
                .flatMapMany(project ->
                        feed.told(after, sight(project, presence), (event, cursor) -> told(event, cursor, projectId)))
                .mapNotNull(Told::news);
    }

    /// Whoever is still signed in.
    private static Sight sight(LivelihoodProject project, Presence presence) {
        return () -> presence.viewer().map(Viewer::signedIn).map(viewer -> Scope.of(project.gridKey()));
    }

    private Mono<ProjectEvent> told(Event event, String cursor, ProjectId id) {
        return event.type().startsWith(ProjectDesk.TOLD) && event.subject().equals(id.value())
                ? projects.find(id).map(project -> new ProjectEvent(project, event.at(), cursor))
                : Mono.empty();
    }
}
