-- People are told of more than issues: what a notification is about follows from its kind.

alter table notification rename column issue_id to subject_id;

alter table notification drop constraint notification_kind_known;
alter table notification add constraint notification_kind_known check (
    kind in ('ISSUE_ACCEPTED', 'ISSUE_REJECTED', 'ISSUE_REPLIED', 'ISSUE_MERGED', 'ISSUE_UNMERGED', 'ISSUE_SUSPENDED',
             'ISSUE_RESUMED', 'ISSUE_EXTENDED', 'ISSUE_SPLIT', 'INFO_WANTED', 'INFO_GIVEN', 'ISSUE_REOPENED',
             'RATING_WANTED', 'ORDER_RECEIVED', 'ORDER_RETURNED', 'ORDER_RULED', 'RESULT_FAILED', 'EXTENSION_WANTED',
             'EXTENSION_DECIDED', 'SUSPENSION_WANTED', 'SUSPENSION_DECIDED', 'CHILDREN_DONE', 'URGED', 'SUPERVISED',
             'WHISTLED', 'DUE_SOON', 'BREACHED', 'YELLOW_CARD', 'RED_CARD', 'REVIEW_WANTED', 'TOPIC_ACCEPTED',
             'TOPIC_DECLINED'));
