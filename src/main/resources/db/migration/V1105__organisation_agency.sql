-- Agencies whose services are procured (第三方社工机构), their contracts, and what came of them.

create table service_agency (
    id            uuid primary key default uuidv7(),
    grid_id       uuid not null references grid,
    grid_key      text collate "C" not null,
    name          text not null,
    credit_code   text collate "C" not null,
    registered_by text not null,
    registered_at timestamptz not null,
    version       integer not null default 1,
    constraint service_agency_once unique (grid_id, credit_code)
);

create index service_agency_by_grid on service_agency (grid_key, id);
create index service_agency_by_name on service_agency (name collate "zh-x-icu", id);

create table service_contract (
    id         uuid primary key default uuidv7(),
    agency_id  uuid not null references service_agency,
    grid_id    uuid not null references grid,
    grid_key   text collate "C" not null,
    title      text not null,
    -- In yuan.
    amount     integer not null,
    from_on    date not null,
    to_on      date not null,
    status     text not null default 'ACTIVE',
    signed_by  text not null,
    signed_at  timestamptz not null,
    end_reason text,
    version    integer not null default 1,
    constraint service_contract_status_known check (status in ('ACTIVE', 'COMPLETED', 'TERMINATED')),
    constraint service_contract_in_order check (to_on > from_on),
    constraint service_contract_worth_something check (amount > 0),
    constraint service_contract_ends_with_a_reason check ((status = 'ACTIVE') = (end_reason is null))
);

create index service_contract_by_time on service_contract (from_on, id);
create index service_contract_by_agency on service_contract (agency_id, from_on);

create table contract_indicator (
    contract_id uuid not null references service_contract,
    no          integer not null,
    name        text not null,
    unit        text not null,
    target      integer not null,
    actual      integer,
    primary key (contract_id, no),
    constraint contract_indicator_possible check (target > 0 and actual >= 0)
);

create table instalment (
    contract_id uuid not null references service_contract,
    no          integer not null,
    amount      integer not null,
    due_on      date not null,
    status      text not null default 'PLANNED',
    paid_at     timestamptz,
    paid_by     text,
    primary key (contract_id, no),
    constraint instalment_status_known check (status in ('PLANNED', 'APPROVED', 'WITHHELD', 'PAID')),
    constraint instalment_worth_something check (amount > 0),
    constraint instalment_paid_by_somebody check (num_nonnulls(paid_at, paid_by) = case when status = 'PAID' then 2 else 0 end)
);

create table contract_evaluation (
    id                  uuid primary key default uuidv7(),
    contract_id         uuid not null,
    instalment_no       integer not null,
    grade               text not null,
    residents_asked     integer not null,
    residents_satisfied integer not null,
    text                text not null,
    evaluated_by        text not null,
    at                  timestamptz not null,
    foreign key (contract_id, instalment_no) references instalment,
    constraint contract_evaluation_grade_known check (grade in ('EXCELLENT', 'GOOD', 'FAIR', 'POOR')),
    constraint contract_evaluation_of_those_asked check (residents_satisfied between 0 and residents_asked)
);

create index contract_evaluation_by_contract on contract_evaluation (contract_id, at);

-- Activities held under a contract: each under one.
create table contract_activity (
    activity_id uuid primary key references activity,
    contract_id uuid not null references service_contract
);

create index contract_activity_by_contract on contract_activity (contract_id);
