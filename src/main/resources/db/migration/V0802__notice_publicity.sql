-- Policy publicity (政策宣传): notices, who was addressed when they were published, and who was reached.

create table policy_notice (
    id              uuid primary key default uuidv7(),
    grid_id         uuid not null references grid,
    grid_key        text collate "C" not null,
    title           text not null,
    body            text not null,
    for_residents   boolean not null,
    care_needs      text[] not null,
    roles           text[] not null,
    status          text not null default 'DRAFT',
    -- Since when it has that status.
    status_at       timestamptz not null,
    drafted_by      text not null,
    published_at    timestamptz,
    withdrawn_at    timestamptz,
    withdraw_reason text,
    -- The last person of the audience with an account who was sent word, and when all were.
    announced_after uuid,
    announced_at    timestamptz,
    version         integer not null default 1,
    constraint policy_notice_status_known check (status in ('DRAFT', 'PUBLISHED', 'WITHDRAWN')),
    constraint policy_notice_published check (status <> 'PUBLISHED' or published_at is not null),
    constraint policy_notice_withdrawn check (
        (status = 'WITHDRAWN') = (withdrawn_at is not null) and (withdrawn_at is null) = (withdraw_reason is null)),
    constraint policy_notice_for_somebody check (for_residents or roles <> '{}'),
    constraint policy_notice_care_is_of_residents check (for_residents or care_needs = '{}')
);

create index policy_notice_by_time on policy_notice (status_at, id);
create index policy_notice_by_grid on policy_notice (grid_key, status_at);
create index policy_notice_to_announce on policy_notice (published_at) where status = 'PUBLISHED' and announced_at is null;

-- Whom a notice was for when it was published, and where they lived or served then: ids only. Whoever moves,
-- leaves or is anonymised later stays in it, so nothing refers to their records.
create table policy_addressee (
    id          uuid primary key default uuidv7(),
    notice_id   uuid not null references policy_notice,
    -- A resident, or a member.
    person      uuid not null,
    is_staff    boolean not null,
    grid_key    text collate "C" not null,
    -- The one receipt of this person; the first that came.
    receipt     text,
    received_at timestamptz,
    told_by     text,
    told_member uuid references member,
    constraint policy_addressee_once unique (notice_id, person),
    constraint policy_addressee_receipt_known check (receipt in ('READ', 'TOLD_IN_PERSON')),
    constraint policy_addressee_receipt_dated check ((receipt is null) = (received_at is null)),
    constraint policy_addressee_told_by_somebody check ((receipt is not distinct from 'TOLD_IN_PERSON') = (told_by is not null))
);

create index policy_addressee_by_grid on policy_addressee (notice_id, grid_key, id);
create index policy_addressee_by_person on policy_addressee (person);
