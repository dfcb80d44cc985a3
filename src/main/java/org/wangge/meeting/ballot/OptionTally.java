package org.wangge.meeting.ballot;

import org.jspecify.annotations.Nullable;

/// One option of a ballot.
///
/// @param voteCount null while a secret ballot is open
record OptionTally(int no, String text, @Nullable Integer voteCount) {}
