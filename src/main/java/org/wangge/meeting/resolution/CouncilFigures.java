package org.wangge.meeting.resolution;

/// What came of deliberation in a grid over a period.
///
/// @param solvedIssueCount issues whose resolution is done
record CouncilFigures(int meetingCount, int presentCount, int topicCount, int passedCount, int solvedIssueCount) {}
