-- What was replied, how content people were, and the phone that somebody left with a report.

-- Who reported without an account may leave a name and a phone. They stand here sealed (D13).
create table issue_contact (
    issue_id   uuid primary key references issue,
    name_cell  bytea,
    name_mask  text,
    phone_cell bytea,
    phone_mask text,
    constraint issue_contact_name_masked check ((name_cell is null) = (name_mask is null)),
    constraint issue_contact_phone_masked check ((phone_cell is null) = (phone_mask is null)),
    constraint issue_contact_of_something check (name_cell is not null or phone_cell is not null)
);

create table issue_reply (
    id             uuid primary key,
    issue_id       uuid not null references issue,
    round          integer not null,
    no             integer not null,
    kind           text not null,
    accepted_at    timestamptz,
    contacted_cell bytea,
    contacted_mask text,
    measures       text not null,
    result         text not null,
    promised_on    date,
    unit           text not null,
    appeal         text not null,
    template_code  text,
    actor          text not null,
    sent_at        timestamptz not null,
    constraint issue_reply_once unique (issue_id, round, no),
    constraint issue_reply_kind_known check (kind in ('FINAL', 'REJECTION', 'DIRECT')),
    constraint issue_reply_masked check ((contacted_cell is null) = (contacted_mask is null))
);

create table issue_reply_draft (
    id             uuid primary key,
    issue_id       uuid not null references issue,
    round          integer not null,
    contacted_cell bytea,
    measures       text not null,
    result         text not null,
    promised_on    date,
    unit           text not null,
    appeal         text,
    template_code  text,
    actor          text not null,
    at             timestamptz not null,
    constraint issue_reply_draft_once unique (issue_id, round)
);

create table issue_rating (
    issue_id        uuid not null references issue,
    round           integer not null,
    score           integer not null,
    is_resolved     boolean not null,
    reasons         text[] not null default '{}',
    comment         text,
    via             text not null,
    actor           text not null,
    at              timestamptz not null,
    excluded_by     text,
    excluded_reason text,
    excluded_at     timestamptz,
    primary key (issue_id, round),
    constraint issue_rating_score check (score between 1 and 5),
    constraint issue_rating_reasons_known check (
        reasons <@ '{NOT_SOLVED,POORLY_DONE,TOO_SLOW,NOT_CONTACTED,UNCLEAR_REPLY,ATTITUDE,OTHER}'::text[]),
    constraint issue_rating_reasoned check (score > 2 or cardinality(reasons) > 0 or comment is not null),
    constraint issue_rating_via_known check (via in ('REPORTER', 'CALLBACK')),
    constraint issue_rating_excluded check (
        (excluded_by is null) = (excluded_reason is null) and (excluded_by is null) = (excluded_at is null)
        and excluded_by is distinct from actor)
);

create index issue_rating_by_time on issue_rating (at);

create table issue_callback (
    issue_id   uuid not null references issue,
    round      integer not null,
    no         integer not null,
    actor      text not null,
    at         timestamptz not null,
    is_reached boolean not null,
    outcome    text not null,
    note       text,
    primary key (issue_id, round, no),
    constraint issue_callback_tries check (no between 1 and 3),
    constraint issue_callback_outcome_known check (
        outcome in ('SATISFIED', 'DISSATISFIED', 'DECLINED', 'NO_ANSWER', 'WRONG_NUMBER')),
    constraint issue_callback_reached check (is_reached = (outcome in ('SATISFIED', 'DISSATISFIED', 'DECLINED')))
);

create table reply_template (
    code       text collate "C" primary key,
    kind       text not null,
    title      text not null,
    measures   text not null,
    result     text not null,
    is_active  boolean not null default true,
    updated_by text not null,
    updated_at timestamptz not null,
    version    integer not null default 1,
    constraint reply_template_kind_known check (kind in ('FINAL', 'REJECTION', 'DIRECT'))
);

insert into reply_template (code, kind, title, measures, result, updated_by, updated_at) values
('REPAIRED', 'FINAL', '设施已修复',
 '接到您反映的问题后，工作人员已到现场查看，并安排维修人员进行了修复。', '目前设施已恢复正常使用。', 'system', now()),
('EXPLAINED', 'FINAL', '政策解释说明',
 '接到您反映的问题后，工作人员已与您取得联系，并就有关政策规定作了解释说明。', '您对解释说明表示理解。', 'system', now()),
('ON_PATROL', 'FINAL', '已整治并加强巡查',
 '接到您反映的问题后，工作人员已到现场进行整治，并将该处列入日常巡查范围。', '目前现场秩序已恢复正常。', 'system', now()),
('OTHER_ROUTE', 'REJECTION', '应走其他途径',
 '您反映的事项不属于本街道受理范围，请通过有权处理的机关或法定途径提出。', '不予受理。', 'system', now());
