package org.wangge.meeting.resolution;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wangge.access.Viewer;
import org.wangge.feed.NewEvent;
import org.wangge.issue.Confidentiality;
import org.wangge.issue.IssueSource;
import org.wangge.issue.IssueType;
import org.wangge.issue.ReportIssueInput;
import org.wangge.issue.Reporting;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The tasks of resolutions as issues: reported by whoever puts the resolution into effect, and dealt with
/// as all others are.
@Component
class TaskIssues {
    private final Tasks tasks;
    private final Reporting reporting;

    TaskIssues(Tasks tasks, Reporting reporting) {
        this.tasks = tasks;
        this.reporting = reporting;
    }

    /// The events of the issues that the tasks become.
    Mono<List<NewEvent>> report(Resolution resolution, Viewer viewer, Instant now) {
        return tasks.of(List.of(resolution.id().value()))
                .filter(task -> task.form() == TaskForm.ISSUE)
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(task -> reporting
                        .report(input(task), viewer, now)
                        .delayUntil(done -> tasks.becomes(task, done.subject())))
                .concatMapIterable(done -> done.events())
                .collectList();
    }

    Mono<Integer> open(Resolution resolution) {
        return tasks.open(resolution.id());
    }

    private static ReportIssueInput input(ResolutionTask task) {
        return new ReportIssueInput(
                UUID.randomUUID(),
                null,
                IssueType.DEMAND,
                task.category(),
                task.title(),
                task.description(),
                IssueSource.MEETING,
                task.gridId(),
                null,
                null,
                null,
                Confidentiality.PUBLIC,
                null,
                null,
                null);
    }
}
