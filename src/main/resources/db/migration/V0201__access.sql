-- Who may sign in, what they were granted, and where they are signed in (D6). What somebody may see
-- follows from grants, from assignments and from shifts; the last two are asked of personnel.

create table account (
    id                     uuid primary key default uuidv7(),
    name                   text collate "C" unique,
    kind                   text not null,
    member_id              uuid unique,
    resident_id            uuid unique,
    password               text,
    must_change_password   boolean not null default false,
    second_factor_required boolean not null default false,
    disabled_at            timestamptz,
    is_demo                boolean not null default false,
    created_at             timestamptz not null default now(),
    -- Nodes look for what changed lately, and forget what they knew of it.
    changed_at             timestamptz not null default clock_timestamp(),
    version                integer not null default 1,
    constraint account_kind_known check (kind in ('STAFF', 'RESIDENT')),
    constraint account_of_one check (member_id is null or resident_id is null)
);

create index account_by_change on account (changed_at);

create table account_grant (
    id         uuid primary key default uuidv7(),
    account_id uuid not null references account,
    role       text not null,
    grid_id    uuid references grid,
    grid_key   text collate "C" not null,
    from_at    timestamptz not null,
    to_at      timestamptz,
    given_by   text not null,
    reason     text not null,
    constraint account_grant_in_order check (to_at > from_at),
    constraint account_grant_everywhere check ((grid_id is null) = (grid_key = '')),
    constraint account_grant_role_known check (
        role in ('VOLUNTEER', 'AGENCY_STAFF', 'GRID_MEMBER', 'GRID_INSTRUCTOR', 'GRID_LEADER', 'COMMUNITY_DOCTOR',
                 'COMMUNITY_LEADER', 'DEPARTMENT_HANDLER', 'DUTY_COMMANDER', 'INTAKE', 'MONITORING', 'DISPATCH',
                 'SUPERVISION', 'ANALYSIS', 'SUBDISTRICT_LEADER', 'SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDITOR'))
);

create index account_grant_by_account on account_grant (account_id, from_at);

create table account_session (
    id            uuid primary key default uuidv7(),
    account_id    uuid not null references account,
    begun_at      timestamptz not null,
    seen_at       timestamptz not null,
    expires_at    timestamptz not null,
    ended_at      timestamptz,
    second_factor boolean not null,
    address       text
);

create index account_session_by_account on account_session (account_id, begun_at);

-- What tokens are signed with, sealed under the master key.
create table signing_key (
    id         integer generated always as identity primary key,
    secret     bytea not null,
    created_at timestamptz not null
);

-- Whatever changes in an account, its grants or its sessions, the account has changed.
create function account_changed() returns trigger language plpgsql as $$
begin
    update account set changed_at = clock_timestamp()
    where id in (
        case when tg_op <> 'INSERT' then old.account_id end,
        case when tg_op <> 'DELETE' then new.account_id end);
    return null;
end $$;

create trigger account_grant_changes_account after insert or update or delete on account_grant
    for each row execute function account_changed();

create trigger account_session_changes_account after update of ended_at, expires_at, second_factor on account_session
    for each row when (old is distinct from new) execute function account_changed();

create function account_changes() returns trigger language plpgsql as $$
begin
    new.changed_at := clock_timestamp();
    return new;
end $$;

create trigger account_changes before update on account
    for each row execute function account_changes();
