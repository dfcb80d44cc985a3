package org.wangge.meeting.topic;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.grid.GridId;
import org.wangge.issue.IssueId;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;

/// What somebody wants deliberated on.
record ProposeTopicInput(
        UUID key,
        @Nullable UUID id,
        GridId gridId,
        TopicSource source,
        String title,
        String background,
        @Nullable List<String> options,
        @Nullable List<IssueId> issueIds) {
    private static final int MOST_OPTIONS = 12;
    private static final int MOST_ISSUES = 20;

    Problems problems() {
        return words(title, background, options)
                .check(issues().size() <= MOST_ISSUES, "issueIds", ProblemCode.OUT_OF_RANGE, 0, MOST_ISSUES)
                .check(source != TopicSource.ISSUE || !issues().isEmpty(), "issueIds", ProblemCode.REQUIRED);
    }

    /// What is wrong with the words of a topic.
    static Problems words(String title, String background, @Nullable List<String> options) {
        var problems = new Problems().text("title", title, 2, 100).text("background", background, 2, 2_000);
        if (options != null) {
            problems.check(
                            options.size() >= 2 && options.size() <= MOST_OPTIONS,
                            "options",
                            ProblemCode.OUT_OF_RANGE,
                            2,
                            MOST_OPTIONS)
                    .check(new HashSet<>(stripped(options)).size() == options.size(), "options", ProblemCode.DUPLICATE);
            options.forEach(option -> problems.text("options", option, 1, 100));
        }
        return problems;
    }

    List<String> choices() {
        return options == null ? Topic.YES_OR_NO : stripped(options);
    }

    List<IssueId> issues() {
        return issueIds == null ? List.of() : issueIds.stream().distinct().toList();
    }

    private static List<String> stripped(List<String> options) {
        return options.stream().map(String::strip).toList();
    }
}
