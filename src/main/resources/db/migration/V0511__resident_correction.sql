-- What was corrected in a resident's record, when, by whom and from where: masks only, so that what
-- was sealed does not lie in clear beside its cell.

alter table resident
    add column anonymised_at timestamptz,
    -- Set by whoever brings records in from elsewhere; a document that is corrected agrees.
    add column id_document_contradicts boolean not null default false;

create table resident_change (
    id          uuid primary key default uuidv7(),
    resident_id uuid not null references resident,
    field       text not null,
    old_mask    text,
    new_mask    text not null,
    at          timestamptz not null,
    actor       text not null,
    member_id   uuid,
    role        text not null,
    source      text not null,
    constraint resident_change_field_known check (
        field in ('NAME', 'ID_DOCUMENT', 'PHONE', 'RESIDENCY', 'RELATION', 'CARE_NEEDS'))
);

create index resident_change_by_resident on resident_change (resident_id, at desc, id);

-- Records with something missing (台账缺项), the longest unverified first.
create index resident_with_gap on resident (verified_at, id)
    where status = 'ACTIVE' and (phone_cell is null or id_document_cell is null or id_document_contradicts);
