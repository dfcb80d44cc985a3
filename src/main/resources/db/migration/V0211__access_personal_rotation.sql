-- One change of keys: how far it has come, and which node is at it. Any node goes on where another ended.

create table key_rotation (
    id           uuid primary key default uuidv7(),
    key_id       integer not null references data_key,
    state        text not null,
    started_at   timestamptz not null,
    finished_at  timestamptz,
    done         integer not null default 0,
    total        integer not null,
    -- Since when it is in its state, by the clock of the database.
    state_at     timestamptz not null default clock_timestamp(),
    -- Where the pass over the cells stands, and how many older ones it has found.
    columns      text[] not null,
    column_no    integer not null default 0,
    after_id     uuid,
    found        integer not null default 0,
    worker       uuid,
    worker_until timestamptz,
    constraint key_rotation_state_known check (
        state in ('INTRODUCING', 'REWRITING', 'RESTING', 'CHECKING', 'DONE')),
    constraint key_rotation_finished check ((finished_at is not null) = (state = 'DONE'))
);

create unique index key_rotation_one on key_rotation ((finished_at is null)) where finished_at is null;
create index key_rotation_by_start on key_rotation (started_at);
