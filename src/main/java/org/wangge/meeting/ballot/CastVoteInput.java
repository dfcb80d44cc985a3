package org.wangge.meeting.ballot;

import java.util.UUID;

/// What somebody votes for: an option by its number, from 1 on.
record CastVoteInput(UUID key, BallotId ballotId, int optionNo) {}
