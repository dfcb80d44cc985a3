package org.wangge.notice;

/// What somebody is told of. The first word of each is the issue, as its reader knows it: its case
/// number or its title; a second one, where there is one, is said after it.
public enum NoticeKind {
    ISSUE_ACCEPTED,
    ISSUE_REJECTED,
    ISSUE_REPLIED,
    ISSUE_MERGED,
    ISSUE_UNMERGED,
    ISSUE_SUSPENDED,
    ISSUE_RESUMED,
    ISSUE_EXTENDED,
    ISSUE_SPLIT,
    INFO_WANTED,
    INFO_GIVEN,
    ISSUE_REOPENED,
    RATING_WANTED,
    ORDER_RECEIVED,
    ORDER_RETURNED,
    ORDER_RULED,
    RESULT_FAILED,
    EXTENSION_WANTED,
    EXTENSION_DECIDED,
    SUSPENSION_WANTED,
    SUSPENSION_DECIDED,
    CHILDREN_DONE,
    URGED,
    SUPERVISED,
    WHISTLED,
    DUE_SOON,
    BREACHED,
    YELLOW_CARD,
    RED_CARD,
    REVIEW_WANTED
}
