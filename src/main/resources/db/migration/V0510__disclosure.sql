-- Who looked at whose personal values (D13): append-only, each row linked to the one before it by
-- its hash. Ids, purposes and the names of fields; never a value.

create table disclosure (
    id          uuid primary key,
    day         date not null,
    n           integer not null,
    at          timestamptz not null,
    kind        text not null,
    actor       text not null,
    account_id  uuid not null,
    member_id   uuid,
    role        text not null,
    -- No reference: a look stays noted whatever becomes of the record.
    resident_id uuid,
    grid_key    text collate "C",
    fields      text[] not null,
    purpose     text,
    note        text not null,
    serves      text,
    previous    text not null,
    hash        text not null,
    constraint disclosure_once unique (day, n),
    constraint disclosure_kind_known check (kind in ('REVEAL', 'SEARCH', 'EXPORT', 'OWN', 'QUOTA')),
    constraint disclosure_purpose_known check (
        purpose in ('VISIT', 'ISSUE', 'CARE', 'CORRECTION', 'EMERGENCY', 'OFFICIAL_REQUEST', 'OWN_RECORD')),
    constraint disclosure_fields_known check (fields <@ '{NAME,ID_DOCUMENT,PHONE}'::text[])
);

create index disclosure_by_time on disclosure (at, id);
create index disclosure_by_account on disclosure (account_id, at);
create index disclosure_by_resident on disclosure (resident_id, at, id);

-- Where the chain ends, and where what is kept of it begins. The row is locked while a look is
-- written: that makes the numbers of a day gap-free and the quotas exact.
create table disclosure_chain (
    is_one          boolean primary key default true check (is_one),
    day             date not null,
    n               integer not null,
    hash            text not null,
    kept_after      date not null,
    kept_after_n    integer not null,
    kept_after_hash text not null
);

insert into disclosure_chain (day, n, hash, kept_after, kept_after_n, kept_after_hash)
values ('2000-01-01', 0, repeat('0', 64), '2000-01-01', 0, repeat('0', 64));

create function disclosure_stays() returns trigger language plpgsql as $$
begin
    -- What the chain has left behind may go, and nothing else.
    if tg_op = 'DELETE' and exists (
        select 1 from disclosure_chain c where (old.day, old.n) <= (c.kept_after, c.kept_after_n)
    ) then
        return old;
    end if;
    raise exception 'the disclosure log is append-only' using errcode = 'insufficient_privilege';
end $$;

create trigger disclosure_stays before update or delete on disclosure
    for each row execute function disclosure_stays();

create trigger disclosure_is_not_emptied before truncate on disclosure
    for each statement execute function disclosure_stays();

-- More looks than usual, allowed by a second person.
create table disclosure_raise (
    id         uuid primary key default uuidv7(),
    account_id uuid not null,
    extra      integer not null,
    from_at    timestamptz not null,
    to_at      timestamptz not null,
    given_by   text not null,
    reason     text not null,
    constraint disclosure_raise_small check (extra between 1 and 100),
    constraint disclosure_raise_in_order check (to_at > from_at)
);

create index disclosure_raise_by_account on disclosure_raise (account_id, to_at);
