package org.wangge.meeting.ballot;

import java.util.UUID;

/// Which ballot is counted.
record CloseBallotInput(UUID key, BallotId ballotId, int expectedVersion) {}
