package org.wangge.notice.publicity;

import java.util.UUID;

/// Which notice one has read.
record ReadPolicyNoticeInput(UUID key, PolicyNoticeId noticeId) {}
