-- Volunteers (志愿者) and their teams (志愿服务队).

create sequence volunteer_no;

create table volunteer (
    id              uuid primary key default uuidv7(),
    no              text collate "C" not null unique default 'V' || lpad(nextval('volunteer_no')::text, 8, '0'),
    grid_id         uuid not null references grid,
    grid_key        text collate "C" not null,
    resident_id     uuid references resident,
    member_id       uuid references member,
    -- The account that registered itself.
    actor           text,
    -- Of somebody who is neither a resident nor a member.
    name_cell       bytea,
    name_mask       text not null,
    skills          text[] not null default '{}',
    -- All that was credited; the rows of service_credit add up to it.
    service_minutes integer not null default 0,
    joined_at       timestamptz not null,
    left_at         timestamptz,
    version         integer not null default 1,
    constraint volunteer_is_one_person check (num_nonnulls(resident_id, member_id) <= 1),
    constraint volunteer_minutes_counted check (service_minutes >= 0)
);

create unique index volunteer_resident_once on volunteer (resident_id) where left_at is null;
create unique index volunteer_member_once on volunteer (member_id) where left_at is null;
create unique index volunteer_actor_once on volunteer (actor) where left_at is null;
create index volunteer_by_grid on volunteer (grid_key, id);
create index volunteer_by_minutes on volunteer (service_minutes, id);

create table volunteer_team (
    id              uuid primary key default uuidv7(),
    grid_id         uuid not null references grid,
    grid_key        text collate "C" not null,
    name            text not null,
    organisation_id uuid references social_organisation,
    volunteer_count integer not null default 0,
    formed_at       timestamptz not null,
    disbanded_at    timestamptz,
    version         integer not null default 1,
    constraint volunteer_team_counted check (volunteer_count >= 0)
);

create index volunteer_team_by_grid on volunteer_team (grid_key, id);
create index volunteer_team_by_name on volunteer_team (name collate "zh-x-icu", id);

create table team_volunteer (
    team_id      uuid not null references volunteer_team,
    volunteer_id uuid not null references volunteer,
    joined_at    timestamptz not null,
    left_at      timestamptz
);

create unique index team_volunteer_once on team_volunteer (team_id, volunteer_id) where left_at is null;
create index team_volunteer_by_volunteer on team_volunteer (volunteer_id);
