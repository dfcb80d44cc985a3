package org.wangge.notice.publicity;

/// Where a notice stands.
public enum PolicyNoticeStatus {
    DRAFT,
    PUBLISHED,
    WITHDRAWN
}
