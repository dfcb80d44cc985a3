package org.wangge.issue.flow;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.grid.Grid;
import org.wangge.issue.Issue;
import org.wangge.issue.IssueCategory;
import org.wangge.issue.dispatch.Hand;

/// What an action needs to know beside the case file; only what it asks for is there.
///
/// @param category what the issue is about, or is to be about
/// @param hands the lead first, then those beside them; an empty place is somebody who is not found
/// @param suggestion whom the rules would have
/// @param isAdmitted whether the category is on the duty list there today
/// @param suspects open issues that it looks like
/// @param target the issue it is to go on in
/// @param parts as they are to be made
/// @param reportBy until when the departments that are called report in
/// @param grid where it is, when the report got it wrong
record Facts(
        @Nullable IssueCategory category,
        List<java.util.Optional<Hand>> hands,
        @Nullable Hand suggestion,
        boolean isAdmitted,
        List<UUID> suspects,
        @Nullable CaseFile target,
        List<Issue> parts,
        @Nullable Instant reportBy,
        @Nullable Grid grid) {
    static final Facts NONE = new Facts(null, List.of(), null, true, List.of(), null, List.of(), null, null);

    Facts {
        hands = List.copyOf(hands);
        suspects = List.copyOf(suspects);
        parts = List.copyOf(parts);
    }

    static Facts ofAccept(@Nullable IssueCategory category, @Nullable Grid grid, List<UUID> suspects) {
        return new Facts(category, List.of(), null, true, suspects, null, List.of(), null, grid);
    }

    static Facts ofHands(
            IssueCategory category,
            List<java.util.Optional<Hand>> hands,
            @Nullable Hand suggestion,
            boolean isAdmitted,
            @Nullable Instant reportBy) {
        return new Facts(category, hands, suggestion, isAdmitted, List.of(), null, List.of(), reportBy, null);
    }

    static Facts ofTarget(@Nullable CaseFile target) {
        return new Facts(null, List.of(), null, true, List.of(), target, List.of(), null, null);
    }

    static Facts ofParts(List<Issue> parts) {
        return new Facts(null, List.of(), null, true, List.of(), null, parts, null, null);
    }
}
