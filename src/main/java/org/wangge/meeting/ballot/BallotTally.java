package org.wangge.meeting.ballot;

/// How a ballot stands.
record BallotTally(Ballot ballot, String cursor) {}
