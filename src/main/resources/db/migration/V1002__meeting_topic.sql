-- What is deliberated on (议题): where it came from, who supports it, and how it went.

create table topic (
    id            uuid primary key default uuidv7(),
    grid_id       uuid not null references grid,
    grid_key      text collate "C" not null,
    council_id    uuid references council,
    source        text not null,
    title         text not null,
    background    text not null,
    grams         text[] not null generated always as (bigrams(title || E'\n' || background)) stored,
    options       text[] not null,
    status        text not null default 'PROPOSED',
    proposed_by   text collate "C" not null,
    member_id     uuid references member,
    resident_id   uuid references resident,
    support_count integer not null default 0,
    proposed_at   timestamptz not null,
    version       integer not null default 1,
    constraint topic_source_known check (source in ('ISSUE', 'RESIDENT', 'PROJECT', 'CADRE')),
    constraint topic_status_known check (
        status in ('PROPOSED', 'ACCEPTED', 'SCHEDULED', 'DISCUSSED', 'RESOLVED', 'DEFERRED', 'DECLINED')),
    constraint topic_options_enough check (cardinality(options) between 2 and 12),
    constraint topic_support_counts_up check (support_count >= 0)
);

create index topic_by_grid on topic (grid_key, proposed_at);
create index topic_by_time on topic (proposed_at, id);
create index topic_by_support on topic (support_count, id);
create index topic_by_council on topic (council_id, proposed_at);
create index topic_by_proposer on topic (proposed_by) where status = 'PROPOSED';
create index topic_by_grams on topic using gin (grams);

create table topic_issue (
    topic_id uuid not null references topic,
    issue_id uuid not null references issue,
    primary key (topic_id, issue_id)
);

create index topic_issue_by_issue on topic_issue (issue_id, topic_id);

create table topic_support (
    topic_id    uuid not null references topic,
    resident_id uuid not null references resident,
    at          timestamptz not null,
    primary key (topic_id, resident_id)
);

-- How it went, step by step; steps are only ever added.
create table topic_step (
    topic_id uuid not null references topic,
    seq      integer not null,
    status   text not null,
    reason   text,
    actor    text not null,
    at       timestamptz not null,
    primary key (topic_id, seq)
);
