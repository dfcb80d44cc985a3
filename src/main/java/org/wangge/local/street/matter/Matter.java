package org.wangge.local.street.matter;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.local.street.team.Member;

/// A report and how far it has come.
record Matter(Report report, @Nullable Member assigned, List<Step> steps) {
    Step last() {
        return steps.getLast();
    }

    /// The lead, from the dispatch on.
    @Nullable
    UUID leadId() {
        return assigned == null || at(Move.DISPATCH) == null ? null : assigned.id();
    }

    /// When it made that move, if it has.
    @Nullable
    Instant at(Move move) {
        return steps.size() < move.seq() ? null : steps.get(move.ordinal()).at();
    }
}
