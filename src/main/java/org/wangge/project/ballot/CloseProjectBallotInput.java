package org.wangge.project.ballot;

import java.util.UUID;

/// Which ballot is counted.
public record CloseProjectBallotInput(UUID key, ProjectBallotId ballotId, int expectedVersion) {}
