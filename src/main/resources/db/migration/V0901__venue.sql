-- Venues (党群服务中心、公共空间) of the grids, and who booked them for when.

create table venue (
    id         uuid primary key default uuidv7(),
    grid_id    uuid not null references grid,
    grid_key   text collate "C" not null,
    name       text not null,
    kind       text not null,
    address    text not null,
    capacity   integer not null,
    -- Pairs of minutes of the week, from and to, Monday at midnight being 0; none at all: always open.
    opening    integer[] not null default '{}',
    location   point,
    closed_at  timestamptz,
    created_at timestamptz not null,
    created_by text not null,
    version    integer not null default 1,
    constraint venue_kind_known check (
        kind in ('PARTY_SERVICE_CENTRE', 'COURTYARD_SPACE', 'ACTIVITY_ROOM', 'OUTDOOR_GROUND', 'OTHER')),
    constraint venue_capacity_possible check (capacity between 1 and 100000),
    constraint venue_opening_in_pairs check (cardinality(opening) % 2 = 0),
    constraint venue_location_on_earth check (location <@ box '((-180,-90),(180,90))')
);

create index venue_by_grid on venue (grid_key, id);
create index venue_by_name on venue (name collate "zh-x-icu", id);

create table venue_booking (
    id            uuid primary key default uuidv7(),
    venue_id      uuid not null references venue,
    grid_key      text collate "C" not null,
    starts_at     timestamptz not null,
    ends_at       timestamptz not null,
    title         text not null,
    people        integer,
    booked_by     text not null,
    booked_at     timestamptz not null,
    -- What it is for, if that is let go with it: a meeting or an activity.
    occasion      text,
    occasion_id   uuid,
    cancelled_at  timestamptz,
    cancel_reason text,
    version       integer not null default 1,
    constraint venue_booking_in_order check (ends_at > starts_at),
    constraint venue_booking_occasion_known check (occasion in ('MEETING', 'ACTIVITY')),
    constraint venue_booking_occasion_whole check ((occasion is null) = (occasion_id is null)),
    constraint venue_booking_apart exclude using gist (venue_id with =, tstzrange(starts_at, ends_at, '[)') with &&)
        where (cancelled_at is null)
);

create index venue_booking_by_time on venue_booking (starts_at, id);
create index venue_booking_of_venue on venue_booking (venue_id, starts_at, id);
create index venue_booking_by_occasion on venue_booking (occasion_id) where occasion_id is not null;
