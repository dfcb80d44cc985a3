-- The whole life of an issue: who has it in hand, what was asked and decided on the way, and where it
-- stands beside others. Rows of a round are never changed once the next has begun.

alter table issue
    add column department_id    uuid references department,
    -- Members and departments that have, or had, an order in the current round: they see the issue.
    add column hands            uuid[] not null default '{}',
    add column outcome          text,
    add column cause            text,
    add column reject_reason    text,
    add column accepted_at      timestamptz,
    add column first_contact_at timestamptz,
    add column merged_into      uuid references issue,
    add column parent_id        uuid references issue,
    -- Figures count an issue for the grid it had when it was reported.
    add column reported_grid_key text collate "C",
    add constraint issue_outcome_known check (
        outcome in ('RESOLVED', 'PARTLY_RESOLVED', 'EXPLAINED', 'REFERRED_OUT', 'UNFOUNDED', 'WITHDRAWN', 'DUPLICATE')),
    add constraint issue_cause_known check (
        cause in ('AGEING', 'DAMAGE', 'MANAGEMENT_GAP', 'UNCLEAR_OWNERSHIP', 'FUNDING', 'BEHAVIOUR', 'NATURAL', 'POLICY',
                  'MISUNDERSTANDING', 'OTHER')),
    add constraint issue_reject_reason_known check (
        reject_reason in ('OUT_OF_JURISDICTION', 'JUDICIAL_OR_PETITION_ROUTE', 'EMERGENCY_LINE', 'SECRET_OR_PRIVACY',
                          'NO_SUBSTANCE', 'MALICIOUS', 'NOT_ON_DUTY_LIST')),
    add constraint issue_merged_has_target check ((status = 'MERGED') = (merged_into is not null)),
    add constraint issue_not_its_own_parent check (parent_id <> id and merged_into <> id);

update issue set reported_grid_key = grid_key;
alter table issue alter column reported_grid_key set not null;

create index issue_by_hands on issue using gin (hands);
create index issue_by_parent on issue (parent_id) where parent_id is not null;
create index issue_by_target on issue (merged_into) where merged_into is not null;
create index issue_by_reported_grid on issue (reported_grid_key, reported_at);

alter table issue_timeline
    add column round    integer not null default 1,
    add column acted_as text not null default 'ANYONE';
alter table issue_timeline alter column acted_as drop default;
create index issue_timeline_by_move on issue_timeline (move, at);

-- How many cases were accepted on a day in a subdistrict.
create table case_number (
    stream_no integer not null references stream,
    day       date not null,
    n         integer not null,
    primary key (stream_no, day)
);

-- One row for each handler of each dispatch: one lead, others beside them (首接负责、协办).
create table work_order (
    id                      uuid primary key default uuidv7(),
    issue_id                uuid not null references issue,
    round                   integer not null,
    seq                     integer not null,
    is_lead                 boolean not null,
    member_id               uuid references member,
    department_id           uuid references department,
    grid_key                text collate "C" not null,
    status                  text not null,
    status_before           text,
    instruction             text,
    dispatched_by           text not null,
    dispatched_at           timestamptz not null,
    signed_by               uuid references member,
    signed_at               timestamptz,
    suggested_member_id     uuid references member,
    suggested_department_id uuid references department,
    is_overridden           boolean not null default false,
    override_reason         text,
    returned_at             timestamptz,
    return_reason           text,
    return_note             text,
    suggested_owner         text,
    ruling                  text,
    ruled_by                text,
    ruled_at                timestamptz,
    ruling_note             text,
    ended_at                timestamptz,
    constraint work_order_once unique (issue_id, round, seq),
    constraint work_order_has_a_hand check (member_id is not null or department_id is not null),
    constraint work_order_status_known check (status in ('PENDING_SIGN', 'SIGNED', 'RETURNED', 'DONE', 'RECALLED')),
    constraint work_order_return_reason_known check (
        return_reason in ('NOT_MY_DUTY', 'WRONG_LOCATION', 'NEEDS_OTHER_LEAD', 'INSUFFICIENT_INFO', 'DUPLICATE')),
    constraint work_order_ruling_known check (ruling in ('UPHELD', 'OVERRULED')),
    constraint work_order_ends check ((ended_at is null) = (status in ('PENDING_SIGN', 'SIGNED')))
);

create unique index work_order_one_lead on work_order (issue_id) where is_lead and ended_at is null;
create index work_order_by_member on work_order (member_id, dispatched_at);
create index work_order_by_department on work_order (department_id, dispatched_at);

create table issue_merge (
    issue_id      uuid not null references issue,
    no            integer not null,
    into_id       uuid not null references issue,
    merged_by     text not null,
    merged_at     timestamptz not null,
    reason        text not null,
    status_before text not null,
    lead_before   uuid,
    unmerged_at   timestamptz,
    unmerged_by   text,
    primary key (issue_id, no)
);

-- Put off: by asking the reporter, or with a reason and a date (挂账).
create table issue_pause (
    issue_id   uuid not null references issue,
    round      integer not null,
    no         integer not null,
    kind       text not null,
    reason     text not null,
    asked_by   text not null,
    asked_at   timestamptz not null,
    review_on  date not null,
    decided_by text,
    decided_at timestamptz,
    is_agreed  boolean,
    ended_at   timestamptz,
    primary key (issue_id, round, no),
    constraint issue_pause_kind_known check (
        kind in ('WAIT_REPORTER', 'FUNDING', 'SEASON', 'PROJECT', 'DELIBERATION', 'LEGAL'))
);

create index issue_pause_by_review on issue_pause (review_on) where is_agreed and ended_at is null;

create table issue_extension (
    issue_id        uuid not null references issue,
    round           integer not null,
    no              integer not null,
    requested_until timestamptz not null,
    reason          text not null,
    asked_by        text not null,
    asked_at        timestamptz not null,
    decided_by      text,
    decided_at      timestamptz,
    is_granted      boolean,
    note            text,
    primary key (issue_id, round, no)
);

-- Beside the steps (督办、催办), with the cards of what was missed.
create table issue_supervision (
    issue_id uuid not null references issue,
    round    integer not null,
    no       integer not null,
    kind     text not null,
    text     text not null,
    actor    text not null,
    at       timestamptz not null,
    due_at   timestamptz,
    primary key (issue_id, round, no),
    constraint issue_supervision_kind_known check (kind in ('URGE', 'SUPERVISE', 'YELLOW', 'RED'))
);

-- Taken a level up (提级), or departments called (吹哨报到).
create table issue_escalation (
    issue_id   uuid not null references issue,
    round      integer not null,
    no         integer not null,
    kind       text not null,
    from_level text not null,
    to_level   text not null,
    cause      text not null,
    actor      text not null,
    at         timestamptz not null,
    report_by  timestamptz,
    primary key (issue_id, round, no),
    constraint issue_escalation_kind_known check (kind in ('ESCALATE', 'WHISTLE'))
);

create table issue_whistle_response (
    issue_id      uuid not null,
    round         integer not null,
    no            integer not null,
    department_id uuid not null references department,
    responded_by  text,
    responded_at  timestamptz,
    note          text,
    primary key (issue_id, round, no, department_id),
    foreign key (issue_id, round, no) references issue_escalation
);
