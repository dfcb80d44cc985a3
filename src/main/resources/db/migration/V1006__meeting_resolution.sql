-- What was resolved (决议), what is to be done for it, who objected, and what those who took part were told.

create table resolution (
    id            uuid primary key default uuidv7(),
    grid_id       uuid not null references grid,
    grid_key      text collate "C" not null,
    council_id    uuid references council,
    topic_id      uuid not null references topic,
    ballot_id     uuid references ballot,
    result        text not null,
    text          text not null,
    status        text not null,
    adopted_at    timestamptz not null,
    -- Until then whoever it concerns can object; null for what changes nothing.
    public_until  timestamptz,
    started_at    timestamptz,
    done_at       timestamptz,
    fed_back_at   timestamptz,
    feedback      text,
    version       integer not null default 1,
    constraint resolution_result_known check (result in ('PASSED', 'REJECTED', 'DEFERRED')),
    constraint resolution_status_known check (
        status in ('PUBLIC_NOTICE', 'OVERTURNED', 'IMPLEMENTING', 'DONE', 'DECIDED', 'FED_BACK')),
    constraint resolution_noticed_when_passed check ((result = 'PASSED') = (public_until is not null)),
    constraint resolution_fed_back_with_words check (num_nulls(fed_back_at, feedback) in (0, 2))
);

-- One that counts at a time: what is deferred or overturned is deliberated on again.
create unique index resolution_once on resolution (topic_id) where result <> 'DEFERRED' and status <> 'OVERTURNED';
create index resolution_by_topic on resolution (topic_id, adopted_at);
create index resolution_by_grid on resolution (grid_key, adopted_at);
create index resolution_by_time on resolution (adopted_at, id);
create index resolution_by_done on resolution (grid_key, done_at) where done_at is not null;

create table resolution_task (
    id            uuid primary key default uuidv7(),
    resolution_id uuid not null references resolution,
    position      integer not null,
    title         text not null,
    description   text not null,
    category_code text collate "C" not null references issue_category (code),
    grid_id       uuid not null references grid,
    -- The issue that it became when the resolution was put into effect.
    issue_id      uuid references issue,
    constraint resolution_task_once unique (resolution_id, position)
);

create index resolution_task_by_issue on resolution_task (issue_id);

create table resolution_objection (
    id            uuid primary key default uuidv7(),
    resolution_id uuid not null references resolution,
    actor         text collate "C" not null,
    member_id     uuid references member,
    resident_id   uuid references resident,
    text          text not null,
    at            timestamptz not null,
    is_upheld     boolean,
    answer        text,
    answered_at   timestamptz,
    constraint resolution_objection_once unique (resolution_id, actor),
    constraint resolution_objection_answered check (num_nulls(is_upheld, answer, answered_at) in (0, 3))
);

alter table notification drop constraint notification_kind_known;
alter table notification add constraint notification_kind_known check (
    kind in ('ISSUE_ACCEPTED', 'ISSUE_REJECTED', 'ISSUE_REPLIED', 'ISSUE_MERGED', 'ISSUE_UNMERGED', 'ISSUE_SUSPENDED',
             'ISSUE_RESUMED', 'ISSUE_EXTENDED', 'ISSUE_SPLIT', 'INFO_WANTED', 'INFO_GIVEN', 'ISSUE_REOPENED',
             'RATING_WANTED', 'ORDER_RECEIVED', 'ORDER_RETURNED', 'ORDER_RULED', 'RESULT_FAILED', 'EXTENSION_WANTED',
             'EXTENSION_DECIDED', 'SUSPENSION_WANTED', 'SUSPENSION_DECIDED', 'CHILDREN_DONE', 'URGED', 'SUPERVISED',
             'WHISTLED', 'DUE_SOON', 'BREACHED', 'YELLOW_CARD', 'RED_CARD', 'REVIEW_WANTED', 'TOPIC_ACCEPTED',
             'TOPIC_DECLINED', 'MEETING_NOTICED', 'MEETING_CANCELLED',
             'RESOLUTION_FED_BACK'));
