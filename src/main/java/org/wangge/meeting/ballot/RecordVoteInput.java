package org.wangge.meeting.ballot;

import java.util.UUID;
import org.wangge.meeting.SeatPerson;

/// For what somebody raised their hand.
record RecordVoteInput(UUID key, BallotId ballotId, SeatPerson person, int optionNo) {}
