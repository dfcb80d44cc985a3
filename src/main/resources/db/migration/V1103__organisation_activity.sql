-- Activities (活动), who takes part, and the time of service that is credited.

create table activity (
    id              uuid primary key default uuidv7(),
    grid_id         uuid not null references grid,
    grid_key        text collate "C" not null,
    title           text not null,
    description     text not null,
    kind            text not null,
    organisation_id uuid references social_organisation,
    team_id         uuid references volunteer_team,
    place           text,
    starts_at       timestamptz not null,
    ends_at         timestamptz not null,
    capacity        integer not null,
    -- How many have a place, and how many wait for one.
    taken_count     integer not null default 0,
    waiting_count   integer not null default 0,
    status          text not null default 'OPEN',
    code            text not null,
    person_times    integer not null default 0,
    cancel_reason   text,
    held_by         text not null,
    held_at         timestamptz not null,
    version         integer not null default 1,
    constraint activity_kind_known check (
        kind in ('NEIGHBOUR_FESTIVAL', 'COMMUNITY_RENEWAL', 'VOLUNTEER_SERVICE', 'TRAINING', 'CULTURE_SPORTS', 'HEALTH',
                 'OTHER')),
    constraint activity_status_known check (
        status in ('OPEN', 'FULL', 'IN_PROGRESS', 'ENDED', 'SETTLED', 'CANCELLED')),
    constraint activity_in_order check (ends_at > starts_at),
    constraint activity_places_kept check (taken_count between 0 and capacity and waiting_count >= 0),
    constraint activity_full_when_taken check (status <> 'OPEN' or taken_count < capacity),
    constraint activity_of_one check (num_nonnulls(organisation_id, team_id) <= 1)
);

create index activity_by_time on activity (starts_at, id);
create index activity_by_grid on activity (grid_key, starts_at);

create table enrolment (
    id               uuid primary key default uuidv7(),
    activity_id      uuid not null references activity,
    volunteer_id     uuid not null references volunteer,
    grid_key         text collate "C" not null,
    status           text not null,
    enrolled_at      timestamptz not null,
    checked_in_at    timestamptz,
    checked_out_at   timestamptz,
    travel_minutes   integer not null default 0,
    confirmed_by     text,
    confirm_reason   text,
    credited_minutes integer,
    version          integer not null default 1,
    constraint enrolment_status_known check (
        status in ('WAITING', 'ENROLLED', 'PRESENT', 'LEFT', 'ATTENDED', 'ABSENT', 'WITHDRAWN')),
    constraint enrolment_in_order check (checked_out_at > checked_in_at),
    constraint enrolment_came_before_it_went check (checked_out_at is null or checked_in_at is not null),
    constraint enrolment_attended_from_to check (
        status not in ('LEFT', 'ATTENDED') or checked_in_at is not null and checked_out_at is not null),
    constraint enrolment_travel_counted check (travel_minutes >= 0),
    constraint enrolment_confirmed_with_a_reason check ((confirmed_by is null) = (confirm_reason is null)),
    constraint enrolment_credited_when_settled check ((status = 'ATTENDED') = (credited_minutes is not null))
);

create unique index enrolment_once on enrolment (activity_id, volunteer_id) where status <> 'WITHDRAWN';
create index enrolment_by_time on enrolment (enrolled_at, id);
create index enrolment_by_volunteer on enrolment (volunteer_id, checked_in_at);

-- What an attendance was credited on each day it lasted.
create table service_credit (
    enrolment_id uuid not null references enrolment,
    volunteer_id uuid not null references volunteer,
    on_day       date not null,
    minutes      integer not null,
    primary key (enrolment_id, on_day),
    constraint service_credit_possible check (minutes between 1 and 600)
);

create index service_credit_by_volunteer on service_credit (volunteer_id, on_day);
