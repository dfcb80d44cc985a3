-- The ledger of people and places (人房信息台账), minimum data (D14). Id documents and phones are not
-- kept yet: they come with the encryption of personal values, never in clear.

create table premises (
    id            uuid primary key default uuidv7(),
    grid_id       uuid not null references grid,
    grid_key      text collate "C" not null,
    code          text collate "C" not null unique,
    type          text not null,
    address       text not null,
    area_m2       numeric(10, 2),
    occupancy     text,
    enterprise    text,
    enterprise_grams text[] generated always as (bigrams(enterprise)) stored,
    location      point,
    verified_at   timestamptz not null,
    source        text not null,
    version       integer not null default 1,
    constraint premises_type_known check (
        type in ('DWELLING', 'RENTAL', 'SHOP', 'FACTORY', 'WAREHOUSE', 'OFFICE', 'SCHOOL', 'MEDICAL',
                 'PUBLIC', 'AGRICULTURAL', 'OTHER')),
    constraint premises_occupancy_known check (occupancy in ('OWNER', 'RENTED', 'VACANT', 'GROUP_RENTED')),
    constraint premises_area_positive check (area_m2 > 0)
);

create index premises_by_grid on premises (grid_key, type);
create index premises_by_code on premises (code, id);
create index premises_by_verified on premises (verified_at, id);
create index premises_by_type on premises (type, code, id);
create index premises_by_occupancy on premises (occupancy, code, id);
create index premises_by_enterprise_grams on premises using gin (enterprise_grams);

create table household (
    id           uuid primary key default uuidv7(),
    grid_id      uuid not null references grid,
    grid_key     text collate "C" not null,
    no           text collate "C" not null unique,
    premises_id  uuid not null references premises,
    version      integer not null default 1
);

create index household_by_grid on household (grid_key);
create index household_by_no on household (no, id);
create index household_by_premises on household (premises_id, no, id);

create table resident (
    id           uuid primary key default uuidv7(),
    grid_id      uuid not null references grid,
    grid_key     text collate "C" not null,
    household_id uuid not null references household,
    name         text not null,
    sex          text not null,
    birth_on     date not null,
    residency    text not null,
    relation     text not null,
    care_needs   text[] not null default '{}',
    status       text not null default 'ACTIVE',
    verified_at  timestamptz not null,
    source       text not null,
    version      integer not null default 1,
    constraint resident_sex_known check (sex in ('UNKNOWN', 'MALE', 'FEMALE', 'NOT_STATED')),
    constraint resident_residency_known check (residency in ('PERMANENT', 'REGISTERED', 'FLOATING', 'OVERSEAS')),
    constraint resident_relation_known check (
        relation in ('HEAD', 'SPOUSE', 'SON', 'DAUGHTER', 'GRANDCHILD', 'PARENT', 'GRANDPARENT', 'SIBLING', 'OTHER')),
    constraint resident_status_known check (status in ('ACTIVE', 'MOVED_OUT', 'DECEASED')),
    constraint resident_care_needs_known check (
        care_needs <@ '{REGULAR_VISIT,MEAL_SERVICE,MEDICAL_ESCORT,MEDICATION_REMINDER,MOBILITY_SUPPORT,MATERNITY_SUPPORT,CHILD_SUPPORT,EMERGENCY_CONTACT}'::text[])
);

create index resident_by_grid on resident (grid_key) where status = 'ACTIVE';
create index resident_by_household on resident (household_id, id);
create index resident_by_verified on resident (status, verified_at, id);
create index resident_by_birth on resident (status, birth_on, id);
create index resident_by_residency on resident (residency, verified_at, id) where status = 'ACTIVE';
create index resident_in_need on resident (verified_at, id) where status = 'ACTIVE' and care_needs <> '{}';
create index resident_by_care_needs on resident using gin (care_needs) where status = 'ACTIVE' and care_needs <> '{}';
create index resident_by_rare_sex on resident (sex, verified_at, id) where sex in ('UNKNOWN', 'NOT_STATED');
create unique index household_one_head on resident (household_id) where relation = 'HEAD' and status = 'ACTIVE';

create table residence_period (
    id          uuid primary key default uuidv7(),
    resident_id uuid not null references resident,
    premises_id uuid not null references premises,
    from_on     date not null,
    to_on       date,
    during      daterange not null generated always as (daterange(from_on, to_on, '[)')) stored,
    constraint residence_in_order check (to_on > from_on),
    constraint residence_one_at_a_time exclude using gist (resident_id with =, during with &&)
);

create index residence_period_by_premises on residence_period (premises_id);
create index residence_period_by_resident on residence_period (resident_id, from_on);
