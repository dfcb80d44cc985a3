-- Who serves the grids (一支队伍): members, their assignments, the six posts and who is on shift.

create table department (
    id      uuid primary key default uuidv7(),
    code    text collate "C" not null unique,
    name    text not null,
    kind    text not null,
    grid_id uuid not null references grid,
    grid_key text collate "C" not null,
    constraint department_kind_known check (
        kind in ('STREET_OFFICE', 'LINE_DEPARTMENT', 'COMMUNITY_COMMITTEE', 'AGENCY'))
);

create index department_by_grid on department (grid_key);

create table member (
    id            uuid primary key default uuidv7(),
    grid_key      text collate "C" not null,
    name          text not null,
    name_grams    text[] not null generated always as (bigrams(name)) stored,
    origin        text not null,
    department_id uuid references department,
    card_no       text collate "C" not null unique,
    card_title    text not null,
    card_is_public boolean not null default true,
    version       integer not null default 1,
    constraint member_origin_known check (
        origin in ('TWO_COMMITTEES', 'GROUP_HEAD', 'PARTY_MEMBER', 'KEY_RESIDENT',
                   'SUBDISTRICT_CADRE', 'FULL_TIME', 'PROFESSIONAL'))
);

create index member_by_grid on member (grid_key, id);
create index member_by_card_no on member (card_no, id);
create index member_by_name on member (name collate "zh-x-icu", id);
create index member_by_origin on member (origin, card_no, id);
create index member_by_department on member (department_id, card_no, id);
create index member_by_name_grams on member using gin (name_grams);

create table assignment (
    id           uuid primary key default uuidv7(),
    member_id    uuid not null references member,
    grid_id      uuid not null,
    grid_level   smallint not null,
    grid_key     text collate "C" not null,
    role         text not null,
    duties       text[] not null default '{}',
    from_on      date not null,
    to_on        date,
    during       daterange not null generated always as (daterange(from_on, to_on, '[)')) stored,
    basis        text,
    end_reason   text,
    version      integer not null default 1,
    constraint assignment_grid foreign key (grid_id, grid_level) references grid (id, level),
    constraint assignment_role_known check (
        role in ('GRID_LEADER', 'GRID_INSTRUCTOR', 'GRID_MEMBER', 'PART_TIME_MEMBER',
                 'ENFORCEMENT_OFFICER', 'COMMUNITY_POLICE', 'COMMUNITY_DOCTOR',
                 'SUBDISTRICT_CADRE', 'SOCIAL_WORKER', 'VOLUNTEER')),
    constraint assignment_duties_known check (
        duties <@ '{POLICY_PUBLICITY,INFORMATION_COLLECTION,DEMAND_INTAKE,PATROL_VISIT,CONVENIENCE_SERVICE}'::text[]),
    constraint assignment_in_order check (to_on > from_on),
    -- 一格一员, 专管一格: one leader of a grid of any level and one dedicated member of a
    -- comprehensive grid at a time.
    constraint assignment_one_leader exclude using gist (grid_id with =, during with &&)
        where (role = 'GRID_LEADER'),
    constraint assignment_one_member exclude using gist (grid_id with =, during with &&)
        where (role = 'GRID_MEMBER' and grid_level = 3),
    constraint assignment_once exclude using gist (member_id with =, grid_id with =, role with =, during with &&)
);

create index assignment_by_grid on assignment (grid_id, role, from_on);
create index assignment_by_member on assignment (member_id, from_on, id);
create index assignment_by_key on assignment (grid_key, id);
create index assignment_by_role on assignment (role, grid_key, id);
create index assignment_by_from on assignment (from_on, id);

create table post (
    id       uuid primary key default uuidv7(),
    grid_id  uuid not null references grid,
    grid_key text collate "C" not null,
    type     text not null,
    title    text not null,
    constraint post_once unique (grid_id, type),
    constraint post_type_known check (
        type in ('DUTY_COMMANDER', 'INTAKE', 'MONITORING', 'DISPATCH', 'SUPERVISION', 'ANALYSIS'))
);

create table duty_shift (
    id            uuid primary key default uuidv7(),
    post_id       uuid not null references post,
    member_id     uuid not null references member,
    starts_at     timestamptz not null,
    ends_at       timestamptz not null,
    during        tstzrange not null generated always as (tstzrange(starts_at, ends_at, '[)')) stored,
    handover_note text,
    constraint duty_shift_in_order check (ends_at > starts_at),
    -- What is looked for from an instant on starts at most a day before.
    constraint duty_shift_within_a_day check (ends_at <= starts_at + interval '24 hours'),
    constraint duty_shift_once exclude using gist (post_id with =, member_id with =, during with &&)
);

create index duty_shift_at_post on duty_shift using gist (post_id, during);
create index duty_shift_by_post on duty_shift (post_id, starts_at, id);
create index duty_shift_by_start on duty_shift (starts_at, id);
create index duty_shift_by_member on duty_shift (member_id, starts_at);
