-- What residents ask about their own records: to correct a fact, or to delete what is personal.

create table record_request (
    id              uuid primary key,
    resident_id     uuid not null references resident,
    kind            text not null,
    field           text,
    proposed_cell   bytea,
    proposed_mask   text,
    document_type   text,
    reason          text not null,
    requested_at    timestamptz not null,
    account_id      uuid not null,
    state           text not null default 'OPEN',
    answer          text,
    decided_at      timestamptz,
    decided_by      text,
    decided_member  uuid,
    version         integer not null default 1,
    constraint record_request_kind_known check (kind in ('CORRECTION', 'DELETION')),
    constraint record_request_state_known check (state in ('OPEN', 'GRANTED', 'DECLINED')),
    constraint record_request_of_a_field check ((kind = 'CORRECTION') = (field is not null)),
    constraint record_request_decided check (
        (state = 'OPEN') = (decided_at is null) and (state = 'OPEN') = (answer is null)),
    -- What was proposed stands in the record once it was granted.
    constraint record_request_sealed check ((proposed_cell is not null) = (kind = 'CORRECTION' and state = 'OPEN'))
);

create unique index record_request_open_once on record_request (resident_id, kind, coalesce(field, ''))
    where state = 'OPEN';
create index record_request_by_time on record_request (requested_at, id);
create index record_request_by_resident on record_request (resident_id, requested_at);
create index record_request_ended on record_request (decided_at) where state <> 'OPEN';
