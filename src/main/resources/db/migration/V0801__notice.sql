-- Who was told what (消息通知): a box for each account, and what leaves the house by phone.

create table notification_box (
    account_id uuid primary key references account,
    n          integer not null default 0,
    constraint notification_box_counts_up check (n >= 0)
);

-- Words only, nothing personal: the sentence is made when it is read, in the reader's language.
create table notification (
    id         uuid primary key default uuidv7(),
    recipient  text collate "C" not null,
    account_id uuid references account,
    no         integer,
    kind       text not null,
    issue_id   uuid not null,
    words      text[] not null,
    dedupe     text not null,
    at         timestamptz not null,
    read_at    timestamptz,
    constraint notification_once unique (recipient, kind, issue_id, dedupe),
    constraint notification_numbered unique (account_id, no),
    constraint notification_in_a_box check ((account_id is null) = (no is null)),
    constraint notification_kind_known check (
        kind in ('ISSUE_ACCEPTED', 'ISSUE_REJECTED', 'ISSUE_REPLIED', 'ISSUE_MERGED', 'ISSUE_UNMERGED', 'ISSUE_SUSPENDED',
                 'ISSUE_RESUMED', 'ISSUE_EXTENDED', 'ISSUE_SPLIT', 'INFO_WANTED', 'INFO_GIVEN', 'ISSUE_REOPENED',
                 'RATING_WANTED', 'ORDER_RECEIVED', 'ORDER_RETURNED', 'ORDER_RULED', 'RESULT_FAILED', 'EXTENSION_WANTED',
                 'EXTENSION_DECIDED', 'SUSPENSION_WANTED', 'SUSPENSION_DECIDED', 'CHILDREN_DONE', 'URGED', 'SUPERVISED',
                 'WHISTLED', 'DUE_SOON', 'BREACHED', 'YELLOW_CARD', 'RED_CARD', 'REVIEW_WANTED'))
);

create index notification_by_time on notification (recipient, at, id);
create index notification_unread on notification (recipient, at, id) where read_at is null;

create table notice_outbox (
    id              uuid primary key default uuidv7(),
    notification_id uuid not null references notification,
    channel         text not null,
    is_urgent       boolean not null,
    state           text not null default 'WAITING',
    due_at          timestamptz not null,
    tries           integer not null default 0,
    sent_at         timestamptz,
    constraint notice_outbox_once unique (notification_id, channel),
    constraint notice_outbox_channel_known check (channel in ('SMS', 'WECHAT')),
    constraint notice_outbox_state_known check (state in ('WAITING', 'SENT', 'FAILED')),
    constraint notice_outbox_sent check ((state = 'SENT') = (sent_at is not null))
);

create index notice_outbox_due on notice_outbox (due_at) where state = 'WAITING';
