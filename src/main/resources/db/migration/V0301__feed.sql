-- The event log (D10): one stream per subdistrict, its counter the last row a transaction touches,
-- so that event (stream_no, n) is gap-free and in the order of the commits.

create table stream (
    no         integer generated always as identity primary key,
    grid_id    uuid not null unique references grid,
    grid_key   text collate "C" not null unique,
    n          bigint not null default 0,
    kept_after bigint not null default 0,
    epoch      integer not null default 1,
    constraint stream_counts_up check (n >= 0 and kept_after between 0 and n)
) with (fillfactor = 50);

create function stream_of_subdistrict() returns trigger language plpgsql as $$
begin
    insert into stream (grid_id, grid_key) values (new.id, new.grid_key);
    return null;
end $$;

create trigger stream_of_subdistrict after insert on grid
    for each row when (new.level = 1) execute function stream_of_subdistrict();

-- Ids and public facts only, never personal data (D12).
create table event (
    stream_no       integer not null references stream,
    n               bigint not null,
    type            text not null,
    subject         uuid not null,
    subject_version integer not null,
    grid_key        text collate "C" not null,
    at              timestamptz not null,
    data            jsonb not null default '{}',
    primary key (stream_no, n)
);

create index event_by_time on event (at);

-- What a key was used for, so that a command sent twice has one effect. References only.
create table command (
    actor           text not null,
    key             uuid not null,
    name            text not null,
    hash            bytea not null,
    at              timestamptz not null,
    subject         uuid,
    subject_version integer,
    stream_no       integer,
    n               bigint,
    primary key (actor, key)
);

create index command_by_time on command (at);

-- Keys that all nodes share: the one that signs cursors.
create table node_secret (
    name  text primary key,
    value bytea not null
);

insert into node_secret (name, value)
values ('cursor', decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));
