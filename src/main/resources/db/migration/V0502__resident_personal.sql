-- Names, id documents and phones are sealed (D13): beside each cell stands its mask, which is shown, and
-- an index to find it by. Names that are still in clear are sealed when the server starts; the column is
-- for them alone, and goes with the last of them.

alter table resident
    alter column name drop not null,
    add column name_cell         bytea,
    add column name_mask         text,
    add column id_document_type  text,
    add column id_document_cell  bytea,
    add column id_document_index bytea,
    add column id_document_mask  text,
    add column phone_cell        bytea,
    add column phone_index       bytea,
    add column phone_mask        text,
    add constraint resident_name_sealed check (
        (name is null) = (name_cell is not null) and (name_cell is null) = (name_mask is null)),
    add constraint resident_id_document_whole check (
        num_nulls(id_document_type, id_document_cell, id_document_index, id_document_mask) in (0, 4)),
    add constraint resident_phone_whole check (num_nulls(phone_cell, phone_index, phone_mask) in (0, 3)),
    add constraint resident_id_document_type_known check (
        id_document_type in ('RESIDENT_ID', 'HK_MO_TW_PERMIT', 'PASSPORT', 'OTHER'));

create index resident_by_id_document on resident (id_document_index);
create index resident_by_phone on resident (phone_index);
create index resident_in_clear on resident (id) where name_cell is null;
