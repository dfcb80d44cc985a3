-- Recommendation ballots (票荐): who may vote and whether they did, and how many votes each project has. Who chose what is
-- not kept.

create table project_ballot (
    id          uuid primary key default uuidv7(),
    grid_id     uuid not null references grid,
    grid_key    text collate "C" not null,
    title       text not null,
    choices     integer not null,
    opens_at    timestamptz not null,
    closes_at   timestamptz not null,
    status      text not null default 'OPEN',
    voter_count integer not null,
    voted_count integer not null default 0,
    opened_by   text not null,
    version     integer not null default 1,
    constraint project_ballot_status_known check (status in ('OPEN', 'CLOSED', 'VOID')),
    constraint project_ballot_in_order check (closes_at > opens_at),
    constraint project_ballot_votes_of_voters check (voted_count between 0 and voter_count),
    constraint project_ballot_chooses_some check (choices > 0)
);

create index project_ballot_by_time on project_ballot (opens_at, id);

create table project_candidate (
    ballot_id      uuid not null references project_ballot,
    project_id     uuid not null references livelihood_project,
    votes          integer not null default 0,
    is_recommended boolean not null default false,
    primary key (ballot_id, project_id)
);

create table project_voter (
    ballot_id   uuid not null references project_ballot,
    resident_id uuid not null references resident,
    has_voted   boolean not null default false,
    primary key (ballot_id, resident_id)
);
