package org.wangge.project.ballot;

import java.time.Instant;
import java.util.UUID;
import org.wangge.graphql.Node;
import org.wangge.grid.GridId;
import org.wangge.grid.GridKey;

/// A choice of some projects of the short list by the residents' representatives (票荐); everybody sees it.
///
/// @param choices how many each representative chooses, and how many are recommended
record ProjectBallot(
        ProjectBallotId id,
        GridId gridId,
        GridKey gridKey,
        String title,
        int choices,
        Instant opensAt,
        Instant closesAt,
        BallotStatus status,
        int voterCount,
        int votedCount,
        int version)
        implements Node {
    UUID uuid() {
        return id.value();
    }

    /// Whether at least half of the representatives voted.
    boolean hasQuorum() {
        return 2 * votedCount >= voterCount;
    }
}
