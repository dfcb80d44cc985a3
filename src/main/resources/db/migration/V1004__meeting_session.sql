-- Who met when about what (会议): notice, agenda, sign-in, and what was said.

create table meeting (
    id               uuid primary key default uuidv7(),
    grid_id          uuid not null references grid,
    grid_key         text collate "C" not null,
    council_id       uuid references council,
    type             text not null,
    title            text not null,
    place            text not null,
    is_public        boolean not null,
    starts_at        timestamptz not null,
    ends_at          timestamptz not null,
    status           text not null default 'DRAFT',
    content          text,
    emergency_reason text,
    noticed_at       timestamptz,
    sign_in_code     text,
    -- How many sit in the council and vote, when it was opened.
    seat_count       integer,
    opened_at        timestamptz,
    adjourned_at     timestamptz,
    closed_at        timestamptz,
    minutes          text,
    cancel_reason    text,
    called_by        text collate "C" not null,
    version          integer not null default 1,
    constraint meeting_type_known check (
        type in ('REGULAR', 'JOINT_COUNCIL', 'COURTYARD_TALK', 'HEARING', 'EMERGENCY')),
    constraint meeting_status_known check (
        status in ('DRAFT', 'NOTICED', 'IN_SESSION', 'ADJOURNED', 'CLOSED', 'CANCELLED')),
    constraint meeting_in_order check (ends_at > starts_at),
    constraint meeting_of_a_council check (type <> 'JOINT_COUNCIL' or council_id is not null),
    constraint meeting_noticed_with_content check (
        status in ('DRAFT', 'CANCELLED')
        or noticed_at is not null and content is not null and sign_in_code is not null),
    constraint meeting_short_notice_with_reason check (type = 'EMERGENCY' or emergency_reason is null),
    constraint meeting_closed_with_minutes check ((status = 'CLOSED') = (minutes is not null))
);

create index meeting_by_grid on meeting (grid_key, starts_at);
create index meeting_by_start on meeting (starts_at, id);
create index meeting_by_council on meeting (council_id, starts_at);

create table meeting_topic (
    meeting_id   uuid not null references meeting,
    topic_id     uuid not null references topic,
    position     integer not null,
    consensus    text,
    discussed_at timestamptz,
    primary key (meeting_id, topic_id),
    constraint meeting_topic_discussed check ((consensus is null) = (discussed_at is null))
);

create index meeting_topic_by_topic on meeting_topic (topic_id, meeting_id);

create table meeting_attendance (
    id           uuid primary key default uuidv7(),
    meeting_id   uuid not null references meeting,
    member_id    uuid references member,
    resident_id  uuid references resident,
    person       uuid not null generated always as (coalesce(member_id, resident_id)) stored,
    household_id uuid references household,
    has_vote     boolean not null,
    method       text not null,
    signed_in_at timestamptz not null,
    constraint meeting_attendance_of_one check (num_nonnulls(member_id, resident_id) = 1),
    constraint meeting_attendance_method_known check (method in ('CODE', 'RECORDED')),
    constraint meeting_attendance_once unique (meeting_id, person)
);

create index meeting_attendance_by_person on meeting_attendance (person, meeting_id);

alter table notification drop constraint notification_kind_known;
alter table notification add constraint notification_kind_known check (
    kind in ('ISSUE_ACCEPTED', 'ISSUE_REJECTED', 'ISSUE_REPLIED', 'ISSUE_MERGED', 'ISSUE_UNMERGED', 'ISSUE_SUSPENDED',
             'ISSUE_RESUMED', 'ISSUE_EXTENDED', 'ISSUE_SPLIT', 'INFO_WANTED', 'INFO_GIVEN', 'ISSUE_REOPENED',
             'RATING_WANTED', 'ORDER_RECEIVED', 'ORDER_RETURNED', 'ORDER_RULED', 'RESULT_FAILED', 'EXTENSION_WANTED',
             'EXTENSION_DECIDED', 'SUSPENSION_WANTED', 'SUSPENSION_DECIDED', 'CHILDREN_DONE', 'URGED', 'SUPERVISED',
             'WHISTLED', 'DUE_SOON', 'BREACHED', 'YELLOW_CARD', 'RED_CARD', 'REVIEW_WANTED', 'TOPIC_ACCEPTED',
             'TOPIC_DECLINED', 'MEETING_NOTICED', 'MEETING_CANCELLED'));
