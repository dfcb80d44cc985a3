package org.wangge.project.ballot;

import java.util.List;
import java.util.UUID;
import org.wangge.project.ProjectId;

/// What a representative chooses.
public record CastProjectVoteInput(UUID key, ProjectBallotId ballotId, List<ProjectId> projectIds) {
    public CastProjectVoteInput {
        projectIds = projectIds.stream().distinct().toList();
    }

    UUID[] projects() {
        return projectIds.stream().map(ProjectId::value).toArray(UUID[]::new);
    }

    /// Without the choice: inputs get into logs and hashes.
    @Override
    public String toString() {
        return ballotId.toString();
    }
}
