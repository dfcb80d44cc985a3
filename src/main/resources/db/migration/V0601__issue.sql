-- Issues (诉求、事件), from report to rating, and their append-only timeline.

create table issue_category (
    id              uuid primary key default uuidv7(),
    code            text collate "C" not null unique,
    parent_code     text collate "C" references issue_category (code),
    label_zh        text not null,
    label_en        text not null,
    default_urgency text not null,
    position        integer not null,
    constraint issue_category_urgency_known check (default_urgency in ('EMERGENCY', 'URGENT', 'NORMAL', 'COMPLEX'))
);

create table issue (
    id              uuid primary key,
    tracking_code   text collate "C" not null unique,
    case_no         text collate "C" unique,
    type            text not null,
    category_id     uuid not null references issue_category,
    title           text not null,
    description     text not null,
    grams           text[] not null generated always as (bigrams(title || E'\n' || description)) stored,
    source          text not null,
    urgency         text not null,
    level           text not null,
    confidentiality text not null,
    status          text not null,
    round           integer not null default 1,
    grid_id         uuid not null references grid,
    grid_key        text collate "C" not null,
    location        point,
    place           text,
    reporter        text not null,
    on_behalf_of    uuid references resident,
    lead_member_id  uuid references member,
    occurred_at     timestamptz,
    reported_at     timestamptz not null,
    updated_at      timestamptz not null,
    closed_at       timestamptz,
    last_seq        integer not null default 1,
    version         integer not null default 1,
    is_open         boolean not null generated always as (
        status in ('REPORTED', 'ACCEPTED', 'DISPATCHED', 'IN_PROGRESS', 'HANDLED', 'RETURNED', 'SUSPENDED')) stored,
    constraint issue_type_known check (
        type in ('DEMAND', 'CONSULTATION', 'SUGGESTION', 'COMPLAINT', 'REPORT', 'INCIDENT', 'DISPUTE', 'HAZARD', 'PRAISE')),
    constraint issue_source_known check (
        source in ('GRID_VISIT', 'GRID_PATROL', 'OPINION_EXPRESS', 'RESIDENT_APP', 'HOTLINE_12345', 'WALK_IN', 'PHONE',
                   'MONITORING', 'IOT_SENSOR', 'MEETING', 'SUPERIOR_ASSIGNED', 'DEPARTMENT_TRANSFER', 'MEDIA', 'WHISTLE', 'IMPORT')),
    constraint issue_urgency_known check (urgency in ('EMERGENCY', 'URGENT', 'NORMAL', 'COMPLEX')),
    constraint issue_level_known check (level in ('GRID', 'COMMUNITY', 'SUBDISTRICT', 'DISTRICT')),
    constraint issue_confidentiality_known check (confidentiality in ('PUBLIC', 'INTERNAL', 'PRIVATE')),
    constraint issue_status_known check (
        status in ('REPORTED', 'ACCEPTED', 'DISPATCHED', 'IN_PROGRESS', 'HANDLED', 'CLOSED', 'EVALUATED',
                   'RETURNED', 'SUSPENDED', 'REJECTED', 'MERGED', 'WITHDRAWN')),
    constraint issue_location_on_earth check (location <@ box '((-180,-90),(180,90))')
);

create index issue_by_reported on issue (reported_at, id);
create index issue_by_updated on issue (updated_at, id);
create index issue_by_grid on issue (grid_key, reported_at, id);
create index issue_by_status on issue (status, reported_at, id);
create index issue_by_category on issue (category_id, reported_at, id);
create index issue_open_by_grid on issue (grid_key) where is_open;
create index issue_open_by_reported on issue (reported_at, id) where is_open;
create index issue_by_lead on issue (lead_member_id, reported_at) where lead_member_id is not null;
create index issue_by_grams on issue using gin (grams);

create table issue_timeline (
    issue_id    uuid not null references issue,
    seq         integer not null,
    move        text not null,
    from_status text,
    to_status   text not null,
    actor       text not null,
    at          timestamptz not null,
    device_at   timestamptz,
    note        text,
    primary key (issue_id, seq)
);
