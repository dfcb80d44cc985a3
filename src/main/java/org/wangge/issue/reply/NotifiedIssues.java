package org.wangge.issue.reply;

import java.util.List;
import java.util.Map;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.stereotype.Controller;
import org.wangge.access.Viewer;
import org.wangge.graphql.Batch;
import org.wangge.issue.Issue;
import org.wangge.issue.IssueSight;
import org.wangge.issue.Issues;
import org.wangge.notice.Notification;
import reactor.core.publisher.Mono;

/// The issues that notifications are about, as far as they are still seen.
@Controller
class NotifiedIssues {
    private final Issues issues;

    NotifiedIssues(Issues issues) {
        this.issues = issues;
    }

    @BatchMapping
    Mono<Map<Notification, Issue>> issue(List<Notification> notifications, @ContextValue Viewer viewer) {
        var ids = List.of(Batch.ids(notifications, Notification::issueUuid));
        return Batch.one(notifications, Notification::issueUuid, issues.all(ids, IssueSight.of(viewer)), Issue::uuid);
    }
}
