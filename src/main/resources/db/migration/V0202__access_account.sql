-- How people sign in: refresh tokens, what was tried, second factors, phones, WeChat, and the log
-- of all of it. Codes and tokens stand here as hashes only.

alter table account add constraint account_name_plain check (name = lower(name));


-- Each token of a session is used once for the next one; one that is used again ends the session.
create table refresh_token (
    hash       bytea primary key,
    session_id uuid not null references account_session on delete cascade,
    issued_at  timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz
);

create index refresh_token_by_session on refresh_token (session_id);

-- How often something was tried of late, by name, by address or by both, as hashes: names that do
-- not exist count likewise. Full for `span` since the last of `most`.
create table attempt (
    subject text collate "C" primary key,
    taken   integer not null,
    most    integer not null,
    since   timestamptz not null,
    span    interval not null
);

create index attempt_by_time on attempt (since);

create table second_factor (
    account_id   uuid primary key references account,
    secret_cell  bytea,
    pending_cell bytea,
    last_step    bigint not null default 0,
    confirmed_at timestamptz,
    constraint second_factor_whole check ((secret_cell is null) = (confirmed_at is null))
);

create table recovery_code (
    account_id uuid not null references account,
    hash       bytea not null,
    used_at    timestamptz,
    primary key (account_id, hash)
);

-- A resident's account is found by their phone, and by their WeChat once it is bound to it. The
-- numbers stand here as blind indexes and cells (D13).
create table account_phone (
    account_id  uuid primary key references account,
    phone_index bytea not null unique,
    phone_cell  bytea not null,
    phone_mask  text not null,
    bound_at    timestamptz not null
);

create table account_wechat (
    id           uuid primary key,
    openid_index bytea not null unique,
    openid_cell  bytea not null,
    account_id   uuid not null references account,
    bound_at     timestamptz not null
);

create index account_wechat_by_account on account_wechat (account_id);

create table phone_code (
    phone_index bytea primary key,
    code_index  bytea not null,
    expires_at  timestamptz not null,
    tries       integer not null default 0
);

-- Which session stands for a token of a foreign issuer, so that it can be ended.
create table foreign_session (
    issuer     text not null,
    token_hash bytea not null,
    session_id uuid not null references account_session on delete cascade,
    expires_at timestamptz not null,
    primary key (issuer, token_hash)
);

create index account_by_creation on account (created_at, id);
create index account_grant_in_force on account_grant (role, to_at);
alter table account_grant
    add column version integer not null default 1,
    add column end_reason text;

-- Who signed in, failed, was locked, and what administrators did: ids and codes, never a name, and
-- never changed afterwards.
create table access_log (
    id         uuid primary key default uuidv7(),
    at         timestamptz not null,
    actor      text not null,
    act        text not null,
    outcome    text not null,
    account_id uuid,
    address    text
);

create index access_log_by_time on access_log (at, id);
create index access_log_by_account on access_log (account_id, at, id);

create function access_log_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the access log is only added to';
end $$;

create trigger access_log_is_append_only before update or delete on access_log
    for each row execute function access_log_is_append_only();
