-- Who deliberates (联席议事会): councils of grids with their rules, and who sits in them and when.

create table council (
    id              uuid primary key default uuidv7(),
    grid_id         uuid not null references grid,
    grid_key        text collate "C" not null,
    name            text not null,
    purpose         text,
    quorum_parts    integer not null,
    quorum_of       integer not null,
    quorum_above    boolean not null,
    threshold_parts integer not null,
    threshold_of    integer not null,
    threshold_above boolean not null,
    vote_by         text not null,
    notice_days     integer not null,
    founded_at      timestamptz not null,
    dissolved_at    timestamptz,
    dissolve_reason text,
    version         integer not null default 1,
    constraint council_vote_by_known check (vote_by in ('PERSON', 'HOUSEHOLD')),
    constraint council_quorum_is_a_share check (quorum_parts >= 1 and quorum_parts <= quorum_of),
    constraint council_threshold_is_a_share check (threshold_parts >= 1 and threshold_parts <= threshold_of),
    constraint council_notice_days_known check (notice_days between 1 and 30),
    constraint council_dissolved_with_reason check ((dissolved_at is null) = (dissolve_reason is null))
);

create unique index council_once on council (grid_id, name) where dissolved_at is null;
create index council_by_grid on council (grid_key, id);

create table council_seat (
    id          uuid primary key default uuidv7(),
    council_id  uuid not null references council,
    member_id   uuid references member,
    resident_id uuid references resident,
    person      uuid not null generated always as (coalesce(member_id, resident_id)) stored,
    role        text not null,
    from_on     date not null,
    to_on       date,
    during      daterange not null generated always as (daterange(from_on, to_on, '[)')) stored,
    end_reason  text,
    version     integer not null default 1,
    constraint council_seat_of_one check (num_nonnulls(member_id, resident_id) = 1),
    constraint council_seat_role_known check (role in ('CHAIR', 'RECORDER', 'MEMBER', 'OBSERVER')),
    constraint council_seat_in_order check (to_on > from_on),
    constraint council_seat_one_chair exclude using gist (council_id with =, during with &&) where (role = 'CHAIR'),
    constraint council_seat_once exclude using gist (council_id with =, person with =, during with &&)
);

create index council_seat_by_council on council_seat (council_id, from_on, id);
create index council_seat_by_person on council_seat (person, council_id);
