package org.wangge.notice;

/// What somebody is told of. The first word of each is what it is about, as its reader knows it, such as
/// the case number or the title of an issue; a second one, where there is one, is said after it.
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
    REVIEW_WANTED,
    TOPIC_ACCEPTED("topic"),
    TOPIC_DECLINED("topic"),
    MEETING_NOTICED("meeting"),
    MEETING_CANCELLED("meeting"),
    RESOLUTION_FED_BACK("resolution"),
    POLICY_PUBLISHED("policyNotice"),
    ACTIVITY_PLACE_GIVEN("activity");

    private static final String ISSUE = "issue";

    private final String subjectType;

    NoticeKind() {
        this(ISSUE);
    }

    NoticeKind(String subjectType) {
        this.subjectType = subjectType;
    }

    /// What it is about, as ids name its type.
    public String subjectType() {
        return subjectType;
    }

    boolean isOfIssue() {
        return subjectType.equals(ISSUE);
    }
}
