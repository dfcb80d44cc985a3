-- How long things may take (时限), and what became of it: a clock for each due point of a round, never
-- removed. Working days and minutes are apart, since the hours of a working day can be configured.

create table sla_policy (
    id            uuid primary key default uuidv7(),
    grid_key      text collate "C",
    type          text,
    category_code text collate "C" references issue_category (code),
    urgency       text,
    area_class    text,
    point         text not null,
    is_working    boolean not null,
    days          integer not null default 0,
    minutes       integer not null default 0,
    -- The most it can be extended to, in the same time; null is twice as long.
    longest_days  integer,
    priority      integer not null default 0,
    is_active     boolean not null default true,
    version       integer not null default 1,
    changed_by    text,
    changed_at    timestamptz,
    constraint sla_policy_once unique nulls not distinct (grid_key, type, category_code, urgency, area_class, point),
    constraint sla_policy_type_known check (
        type in ('DEMAND', 'CONSULTATION', 'SUGGESTION', 'COMPLAINT', 'REPORT', 'INCIDENT', 'DISPUTE', 'HAZARD', 'PRAISE')),
    constraint sla_policy_urgency_known check (urgency in ('EMERGENCY', 'URGENT', 'NORMAL', 'COMPLEX')),
    constraint sla_policy_area_class_known check (area_class in ('A', 'B', 'C')),
    constraint sla_policy_point_known check (
        point in ('ACCEPT', 'DISPATCH', 'SIGN', 'CONTACT', 'HANDLE', 'VERIFY', 'CALLBACK', 'REWORK')),
    constraint sla_policy_takes_time check (days >= 0 and minutes >= 0 and days + minutes > 0),
    constraint sla_policy_longest check (longest_days >= days)
);

create table issue_clock (
    id              uuid primary key default uuidv7(),
    issue_id        uuid not null references issue,
    round           integer not null,
    point           text not null,
    no              integer not null,
    policy_id       uuid not null references sla_policy,
    is_working      boolean not null,
    started_at      timestamptz not null,
    due_at          timestamptz not null,
    original_due_at timestamptz not null,
    -- Whether people agreed on due_at: then it is not reckoned from the policy any more.
    is_agreed       boolean not null default false,
    met_at          timestamptz,
    cancelled_at    timestamptz,
    breached_at     timestamptz,
    paused_since    timestamptz,
    paused_ms       bigint not null default 0,
    -- When its due time was last held against the policies and the calendar.
    reckoned_at     timestamptz not null,
    is_open         boolean not null generated always as (met_at is null and cancelled_at is null) stored,
    is_running      boolean not null generated always as (
        met_at is null and cancelled_at is null and paused_since is null) stored,
    constraint issue_clock_once unique (issue_id, round, point, no),
    constraint issue_clock_point_known check (
        point in ('ACCEPT', 'DISPATCH', 'SIGN', 'CONTACT', 'HANDLE', 'VERIFY', 'CALLBACK', 'REWORK')),
    constraint issue_clock_ends_once check (met_at is null or cancelled_at is null),
    constraint issue_clock_runs_on check (
        due_at >= started_at and met_at >= started_at and cancelled_at >= started_at and paused_since >= started_at
        and paused_ms >= 0),
    constraint issue_clock_stands_while_open check (
        paused_since is null or (met_at is null and cancelled_at is null))
);

create index issue_clock_running on issue_clock (issue_id) where is_running;
create index issue_clock_open on issue_clock (issue_id, id) where is_open;
create index issue_clock_by_reckoning on issue_clock (reckoned_at, issue_id) where is_open;
create index issue_clock_by_due on issue_clock (due_at) where is_running;

create table issue_clock_pause (
    clock_id uuid not null references issue_clock,
    since    timestamptz not null,
    until    timestamptz not null,
    primary key (clock_id, since),
    constraint issue_clock_pause_lasts check (until > since)
);

-- When somebody is to be told. scan_at is when the scan looks at it next, null when it is not to:
-- fired, or its clock stands still or has ended.
create table issue_alarm (
    clock_id  uuid not null references issue_clock,
    threshold text not null,
    fire_at   timestamptz not null,
    fired_at  timestamptz,
    scan_at   timestamptz,
    tries     integer not null default 0,
    primary key (clock_id, threshold),
    constraint issue_alarm_threshold_known check (threshold in ('HALF', 'MOST', 'DUE', 'PLUS_1', 'PLUS_5')),
    constraint issue_alarm_fires_once check (fired_at is null or scan_at is null)
);

create index issue_alarm_by_scan on issue_alarm (scan_at) where scan_at is not null;

-- The next due point of each issue, so that lists can be ordered by it.
alter table issue add column next_due_at timestamptz;
create index issue_by_next_due on issue (next_due_at, id) where next_due_at is not null;

create function issue_next_due() returns trigger language plpgsql as $$
begin
    update issue i set next_due_at = d.due_at
    from (select min(due_at) as due_at from issue_clock where issue_id = new.issue_id and is_running) d
    where i.id = new.issue_id and i.next_due_at is distinct from d.due_at;
    return null;
end $$;

create trigger issue_next_due after insert or update of due_at, met_at, cancelled_at, paused_since on issue_clock
    for each row execute function issue_next_due();

-- Single days on which a subdistrict works or does not, against the calendar of the country.
create table work_day (
    id         uuid primary key default uuidv7(),
    grid_key   text collate "C" not null,
    day        date not null,
    -- Null when it is as in the calendar of the country again.
    is_working boolean,
    reason     text not null,
    version    integer not null default 1,
    changed_by text not null,
    changed_at timestamptz not null,
    constraint work_day_once unique (grid_key, day)
);

-- What has changed for the clocks of a subdistrict; from begins_at on the scan reckons those anew
-- that were last reckoned before, some issues at a time.
create table clock_change (
    id         uuid primary key default uuidv7(),
    grid_key   text collate "C" not null,
    cause      text not null,
    changed_at timestamptz not null,
    begins_at  timestamptz not null,
    issues     integer not null default 0,
    done_at    timestamptz,
    constraint clock_change_cause_known check (cause in ('POLICY', 'WORK_DAY', 'CALENDAR'))
);

create index clock_change_open on clock_change (begins_at) where done_at is null;

-- What the servers last knew of the calendar of the country and of the working hours.
create table calendar_known (
    is_one      boolean primary key default true check (is_one),
    fingerprint text not null,
    known_at    timestamptz not null
);

-- The table of due points that holds everywhere; a subdistrict can have its own.
insert into sla_policy (urgency, point, is_working, days, minutes) values
('EMERGENCY', 'ACCEPT', false, 0, 10),
('EMERGENCY', 'DISPATCH', false, 0, 5),
('EMERGENCY', 'SIGN', false, 0, 10),
('EMERGENCY', 'CONTACT', false, 0, 30),
('EMERGENCY', 'HANDLE', false, 0, 120),
('EMERGENCY', 'VERIFY', false, 0, 240),
('EMERGENCY', 'CALLBACK', true, 1, 0),
('EMERGENCY', 'REWORK', false, 0, 60),
('URGENT', 'ACCEPT', false, 0, 30),
('URGENT', 'DISPATCH', false, 0, 15),
('URGENT', 'SIGN', false, 0, 30),
('URGENT', 'CONTACT', false, 0, 120),
('URGENT', 'HANDLE', false, 0, 1440),
('URGENT', 'VERIFY', true, 1, 0),
('URGENT', 'CALLBACK', true, 1, 0),
('URGENT', 'REWORK', false, 0, 480),
('NORMAL', 'ACCEPT', false, 0, 120),
('NORMAL', 'DISPATCH', true, 0, 120),
('NORMAL', 'SIGN', true, 0, 240),
('NORMAL', 'CONTACT', true, 1, 0),
('NORMAL', 'HANDLE', true, 5, 0),
('NORMAL', 'VERIFY', true, 2, 0),
('NORMAL', 'CALLBACK', true, 2, 0),
('NORMAL', 'REWORK', true, 3, 0),
('COMPLEX', 'ACCEPT', false, 0, 120),
('COMPLEX', 'DISPATCH', true, 0, 240),
('COMPLEX', 'SIGN', true, 0, 240),
('COMPLEX', 'CONTACT', true, 1, 0),
('COMPLEX', 'HANDLE', false, 15, 0),
('COMPLEX', 'VERIFY', true, 2, 0),
('COMPLEX', 'CALLBACK', true, 2, 0),
('COMPLEX', 'REWORK', true, 5, 0);

-- A question (咨询) is answered at once or within a working day, at most three.
insert into sla_policy (type, urgency, point, is_working, days, longest_days) values
('CONSULTATION', 'NORMAL', 'HANDLE', true, 1, 3),
('CONSULTATION', 'COMPLEX', 'HANDLE', true, 1, 3);
