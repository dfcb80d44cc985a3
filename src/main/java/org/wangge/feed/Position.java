package org.wangge.feed;

/// A place in a stream: the `n` of the last event seen. A database restored from a backup starts a
/// new epoch, since its numbers are given again.
record Position(int epoch, long n) {}
