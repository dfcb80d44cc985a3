package org.wangge.project;

import java.util.List;
import java.util.UUID;
import org.wangge.grid.GridId;
import org.wangge.issue.IssueId;
import org.wangge.meeting.topic.TopicId;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;

/// What many want, and the issues and topics that say so.
public record CollectProjectInput(
        UUID key,
        GridId gridId,
        String title,
        String description,
        ProjectKind kind,
        List<IssueId> issueIds,
        List<TopicId> topicIds) {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 10_000;
    private static final int MOST_ISSUES = 100;
    private static final int MOST_TOPICS = 20;

    public CollectProjectInput {
        issueIds = issueIds.stream().distinct().toList();
        topicIds = topicIds.stream().distinct().toList();
    }

    Problems problems() {
        return new Problems()
                .text("title", title, 1, LONGEST_TITLE)
                .text("description", description, 1, LONGEST_TEXT)
                .check(issueIds.size() <= MOST_ISSUES, "issueIds", ProblemCode.TOO_LONG, MOST_ISSUES, issueIds.size())
                .check(topicIds.size() <= MOST_TOPICS, "topicIds", ProblemCode.TOO_LONG, MOST_TOPICS, topicIds.size());
    }

    List<UUID> issues() {
        return issueIds.stream().map(IssueId::value).toList();
    }

    List<UUID> topics() {
        return topicIds.stream().map(TopicId::value).toList();
    }
}
