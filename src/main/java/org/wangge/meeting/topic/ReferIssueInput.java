package org.wangge.meeting.topic;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.grid.GridId;
import org.wangge.issue.IssueId;
import org.wangge.meeting.CouncilId;
import org.wangge.refusal.Problems;

/// Which issue is put off until a council has deliberated on it, and as what topic.
record ReferIssueInput(
        UUID key,
        @Nullable UUID id,
        IssueId issueId,
        int expectedVersion,
        CouncilId councilId,
        String title,
        String background,
        @Nullable List<String> options,
        String note) {
    Problems problems() {
        return ProposeTopicInput.words(title, background, options).text("note", note, 1, Problems.REMARK);
    }

    /// The topic, in the grid of the council.
    ProposeTopicInput topic(GridId grid) {
        return new ProposeTopicInput(key, id, grid, TopicSource.ISSUE, title, background, options, List.of(issueId));
    }
}
