package org.wangge.notice.publicity;

import java.time.Instant;

/// Something happened to a notice or to its receipts, as the feed tells it.
record PolicyNoticeEvent(PolicyNotice notice, Instant at, String cursor) {}
