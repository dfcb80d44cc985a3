package org.wangge.notice.publicity;

import java.util.UUID;

/// Which draft is published.
record PublishPolicyNoticeInput(UUID key, PolicyNoticeId noticeId, int expectedVersion) {}
