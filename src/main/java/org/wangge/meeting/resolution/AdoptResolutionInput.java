package org.wangge.meeting.resolution;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.meeting.ballot.BallotId;
import org.wangge.meeting.topic.TopicId;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;

/// What was resolved on a topic.
record AdoptResolutionInput(
        UUID key,
        @Nullable UUID id,
        TopicId topicId,
        int expectedVersion,
        @Nullable BallotId ballotId,
        ResolutionResult result,
        String text,
        List<TaskInput> tasks) {
    private static final int MOST_TASKS = 10;

    AdoptResolutionInput {
        tasks = List.copyOf(tasks);
    }

    Problems problems() {
        var problems = new Problems()
                .text("text", text, 10, 10_000)
                .check(tasks.size() <= MOST_TASKS, "tasks", ProblemCode.OUT_OF_RANGE, 0, MOST_TASKS)
                .check(
                        result == ResolutionResult.PASSED || tasks.isEmpty(),
                        "tasks",
                        ProblemCode.NOT_ALLOWED,
                        ResolutionResult.PASSED);
        tasks.forEach(task -> problems.text("tasks.title", task.title(), 2, 100)
                .text("tasks.description", task.description(), 5, 5_000));
        return problems;
    }
}
