package org.wangge.issue;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A line of the table of moves: from these states, by these, to one of those. Nowhere to go means
/// that the issue stays where it is; each of the guards must let the move pass.
public record Line(Set<IssueStatus> from, List<Party> who, Set<IssueStatus> to, List<Guard> guards) {
    /// Wherever somebody still has to do something.
    static final IssueStatus[] OPEN = java.util.Arrays.stream(IssueStatus.values())
            .filter(IssueStatus::isOpen)
            .toArray(IssueStatus[]::new);

    public Line {
        from = Set.copyOf(from);
        who = List.copyOf(who);
        to = Set.copyOf(to);
        guards = List.copyOf(guards);
    }

    static Line line(IssueStatus... from) {
        return new Line(Set.of(from), List.of(), Set.of(), List.of());
    }

    Line by(Party... parties) {
        return new Line(from, List.of(parties), to, guards);
    }

    Line to(IssueStatus... states) {
        return new Line(from, who, Set.of(states), guards);
    }

    Line stays() {
        return this;
    }

    /// Each must let it pass.
    Line when(Guard... passes) {
        return new Line(from, who, to, List.of(passes));
    }

    /// Null is before there is an issue.
    boolean leavesFrom(@Nullable IssueStatus status) {
        return status == null ? from.isEmpty() : from.contains(status);
    }
}
