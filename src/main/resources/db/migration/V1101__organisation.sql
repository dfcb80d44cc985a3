-- Social organisations of the grids (社区社会组织): incubated, filed at the street, or registered.

create table social_organisation (
    id              uuid primary key default uuidv7(),
    grid_id         uuid not null references grid,
    grid_key        text collate "C" not null,
    name            text not null,
    name_grams      text[] not null generated always as (bigrams(name)) stored,
    kind            text not null,
    registration    text not null,
    credit_code     text collate "C" unique,
    purpose         text not null,
    member_count    integer not null,
    founded_on      date not null,
    dissolved_on    date,
    dissolve_reason text,
    registered_by   text not null,
    registered_at   timestamptz not null,
    version         integer not null default 1,
    constraint social_organisation_kind_known check (
        kind in ('CHARITY', 'LIFE_SERVICE', 'COMMUNITY_AFFAIRS', 'CULTURE_SPORTS')),
    constraint social_organisation_registration_known check (
        registration in ('INCUBATING', 'FILED', 'REGISTERED')),
    constraint social_organisation_registered_with_code check (
        (registration = 'REGISTERED') = (credit_code is not null)),
    constraint social_organisation_members_counted check (member_count >= 0),
    constraint social_organisation_in_order check (dissolved_on > founded_on),
    constraint social_organisation_ends_with_a_reason check ((dissolved_on is null) = (dissolve_reason is null))
);

create index social_organisation_by_grid on social_organisation (grid_key, id);
create index social_organisation_by_name on social_organisation (name collate "zh-x-icu", id);
create index social_organisation_name_grams on social_organisation using gin (name_grams);
