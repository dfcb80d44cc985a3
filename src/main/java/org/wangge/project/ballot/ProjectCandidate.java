package org.wangge.project.ballot;

import org.jspecify.annotations.Nullable;
import org.wangge.project.ProjectId;

/// A project that can be chosen in a ballot.
///
/// @param votes null as long as people vote: nobody looks at how it goes
record ProjectCandidate(
        ProjectBallotId ballotId,
        ProjectId projectId,
        @Nullable Integer votes,
        boolean isRecommended) {}
