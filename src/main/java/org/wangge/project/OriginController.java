package org.wangge.project;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.stereotype.Controller;
import org.wangge.access.Viewer;
import org.wangge.graphql.Batch;
import org.wangge.meeting.MeetingSight;
import org.wangge.meeting.resolution.ResolutionTask;
import org.wangge.meeting.resolution.Tasks;
import org.wangge.meeting.topic.Topic;
import org.wangge.meeting.topic.Topics;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What projects have to do with deliberation, both ways: projects are public, of topics and tasks everybody
/// sees what they see of deliberation.
@Controller
class OriginController {
    private final ProjectOrigins origins;
    private final ProjectStages stages;
    private final Projects projects;
    private final Topics topics;
    private final Tasks tasks;

    OriginController(ProjectOrigins origins, ProjectStages stages, Projects projects, Topics topics, Tasks tasks) {
        this.origins = origins;
        this.stages = stages;
        this.projects = projects;
        this.topics = topics;
        this.tasks = tasks;
    }

    @BatchMapping(field = "topics")
    Mono<Map<LivelihoodProject, List<Topic>>> topicsOf(List<LivelihoodProject> projects, @ContextValue Viewer viewer) {
        var ids = projects.stream().map(LivelihoodProject::uuid).toList();
        return linked(
                projects,
                LivelihoodProject::uuid,
                origins.topics(ids),
                found -> topics.all(found, MeetingSight.of(viewer)),
                topic -> topic.id().value());
    }

    @BatchMapping(typeName = "Topic", field = "projects")
    Mono<Map<Topic, List<LivelihoodProject>>> ofTopics(List<Topic> topics) {
        var ids = topics.stream().map(topic -> topic.id().value()).toList();
        return linked(
                topics, topic -> topic.id().value(), origins.projects(ids), projects::all, LivelihoodProject::uuid);
    }

    @BatchMapping
    Mono<Map<ProjectStage, LivelihoodProject>> project(List<ProjectStage> stages) {
        var ids = stages.stream().map(stage -> stage.projectId().value()).toList();
        return Batch.one(stages, ProjectStage::projectId, projects.all(ids), LivelihoodProject::id);
    }

    @BatchMapping
    Mono<Map<ProjectStage, ResolutionTask>> task(List<ProjectStage> stages, @ContextValue Viewer viewer) {
        var ids = List.of(Batch.ids(stages, ProjectStage::taskUuid));
        return Batch.one(stages, ProjectStage::taskId, tasks.all(ids, MeetingSight.of(viewer)), ResolutionTask::id);
    }

    @BatchMapping(typeName = "ResolutionTask", field = "stages")
    Mono<Map<ResolutionTask, List<ProjectStage>>> ofTasks(List<ResolutionTask> tasks) {
        var ids = tasks.stream().map(ResolutionTask::uuid).toList();
        return Batch.many(
                tasks, ResolutionTask::id, stages.ofTasks(ids), stage -> Objects.requireNonNull(stage.taskId()));
    }

    private static <P, T> Mono<Map<P, List<T>>> linked(
            List<P> parents,
            Function<P, UUID> id,
            Flux<Map.Entry<UUID, UUID>> links,
            Function<Collection<UUID>, Flux<T>> find,
            Function<T, UUID> foundId) {
        return links.collectList()
                .flatMap(all -> find.apply(all.stream().map(Map.Entry::getValue).toList())
                        .collectMap(foundId)
                        .map(found -> Batch.values(
                                parents,
                                parent -> all.stream()
                                        .filter(link -> link.getKey().equals(id.apply(parent))
                                                && found.containsKey(link.getValue()))
                                        .map(link -> Objects.requireNonNull(found.get(link.getValue())))
                                        .toList())));
    }
}
