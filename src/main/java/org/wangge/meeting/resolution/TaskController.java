package org.wangge.meeting.resolution;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.stereotype.Controller;
import org.wangge.access.Viewer;
import org.wangge.graphql.Batch;
import org.wangge.issue.Issue;
import org.wangge.issue.IssueSight;
import org.wangge.issue.Issues;
import org.wangge.meeting.MeetingSight;
import reactor.core.publisher.Mono;

/// What is to be done for resolutions, and what was resolved because of issues: both ways, each as far as
/// somebody sees the other.
@Controller
class TaskController {
    private final Resolutions resolutions;
    private final Tasks tasks;
    private final Issues issues;

    TaskController(Resolutions resolutions, Tasks tasks, Issues issues) {
        this.resolutions = resolutions;
        this.tasks = tasks;
        this.issues = issues;
    }

    @BatchMapping(field = "tasks")
    Mono<Map<Resolution, List<ResolutionTask>>> tasksOf(List<Resolution> resolutions) {
        var ids = resolutions.stream().map(one -> one.id().value()).toList();
        return Batch.many(resolutions, Resolution::id, tasks.of(ids), ResolutionTask::resolutionId);
    }

    @BatchMapping
    Mono<Map<ResolutionTask, Resolution>> resolution(List<ResolutionTask> tasks, @ContextValue Viewer viewer) {
        var ids = tasks.stream().map(one -> one.resolutionId().value()).toList();
        var found = resolutions.all(ids, MeetingSight.of(viewer));
        return Batch.one(tasks, ResolutionTask::resolutionId, found, Resolution::id);
    }

    @BatchMapping
    Mono<Map<ResolutionTask, Issue>> issue(List<ResolutionTask> tasks, @ContextValue Viewer viewer) {
        var ids = List.of(Batch.ids(tasks, ResolutionTask::issueUuid));
        return Batch.one(tasks, ResolutionTask::issueId, issues.all(ids, IssueSight.of(viewer)), Issue::id);
    }

    @BatchMapping(typeName = "Issue", field = "resolutions")
    Mono<Map<Issue, List<Resolution>>> ofIssues(List<Issue> issues, @ContextValue Viewer viewer) {
        var ids = issues.stream().map(Issue::uuid).toList();
        return Batch.grouped(ids, resolutions.ofIssues(ids, MeetingSight.of(viewer)))
                .map(found -> Batch.joined(issues, Issue::uuid, found));
    }

    @BatchMapping(typeName = "Issue", field = "resolutionTask")
    Mono<Map<Issue, ResolutionTask>> taskOf(List<Issue> issues, @ContextValue Viewer viewer) {
        var ids = issues.stream().map(Issue::uuid).toList();
        return Batch.one(
                issues,
                Issue::uuid,
                tasks.ofIssues(ids, MeetingSight.of(viewer)),
                task -> Objects.requireNonNull(task.issueUuid()));
    }
}
