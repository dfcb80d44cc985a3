-- What people send along: tickets to upload with, and the files that were taken.

create table upload_ticket (
    id         uuid primary key,
    owner      text not null,
    name       text not null,
    media_type text collate "C" not null,
    size       bigint not null,
    sha256     bytea,
    made_at    timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz,
    constraint upload_ticket_size_positive check (size > 0),
    constraint upload_ticket_hash_whole check (octet_length(sha256) = 32)
);

create index upload_ticket_by_owner on upload_ticket (owner, made_at);
create index upload_ticket_by_expiry on upload_ticket (expires_at);

-- `sha256` is of the file as it is kept, `sent_sha256` of the file as it came: an image is encoded anew.
-- `subject` is what claimed it (an issue); what nothing claims is swept.
create table attachment (
    id            uuid primary key,
    owner         text not null,
    name          text not null,
    media_type    text collate "C" not null,
    size          bigint not null,
    sha256        bytea not null,
    sent_sha256   bytea not null,
    storage_key   uuid not null unique,
    has_thumbnail boolean not null,
    taken_at      timestamptz,
    location      point,
    uploaded_at   timestamptz not null,
    subject       uuid,
    claimed_at    timestamptz,
    constraint attachment_media_type_known check (
        media_type in ('image/jpeg', 'image/png', 'video/mp4', 'application/pdf',
                       'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
                       'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')),
    constraint attachment_hashes_whole check (octet_length(sha256) = 32 and octet_length(sent_sha256) = 32),
    constraint attachment_claimed_for_something check ((subject is null) = (claimed_at is null)),
    constraint attachment_location_on_earth check (location <@ box '((-180,-90),(180,90))')
);

create index attachment_by_hash on attachment (sha256);
create index attachment_by_sent_hash on attachment (sent_sha256);
create index attachment_by_subject on attachment (subject) where subject is not null;
create index attachment_unclaimed on attachment (uploaded_at) where subject is null;
