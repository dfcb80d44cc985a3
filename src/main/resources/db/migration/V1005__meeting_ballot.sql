-- What was voted (表决). A secret vote is kept as a sealed paper: see decision 0026 for what follows from which column.

create function sum_of(counts integer[]) returns bigint
    language sql immutable strict parallel safe
    return (select coalesce(sum(one), 0) from unnest(counts) as one);

create table ballot (
    id              uuid primary key default uuidv7(),
    grid_id         uuid not null references grid,
    grid_key        text collate "C" not null,
    council_id      uuid references council,
    topic_id        uuid not null references topic,
    meeting_id      uuid references meeting,
    method          text not null,
    vote_by         text not null,
    options         text[] not null,
    threshold_parts integer not null,
    threshold_of    integer not null,
    threshold_above boolean not null,
    opens_at        timestamptz not null,
    closes_at       timestamptz not null,
    closed_at       timestamptz,
    -- What was counted when it closed: votes by option, how many voted, the whole that the threshold is a
    -- part of, what it came to, whether enough took part, and the option that carried.
    tallies         integer[],
    voted_count     integer,
    whole_count     integer,
    needed_count    integer,
    is_quorate      boolean,
    carried_no      integer,
    version         integer not null default 1,
    constraint ballot_method_known check (method in ('SHOW_OF_HANDS', 'SECRET', 'ONLINE')),
    constraint ballot_vote_by_known check (vote_by in ('PERSON', 'HOUSEHOLD')),
    constraint ballot_in_order check (closes_at > opens_at),
    constraint ballot_in_a_meeting check ((method = 'ONLINE') = (meeting_id is null)),
    constraint ballot_counted_when_closed check (
        num_nulls(closed_at, tallies, voted_count, whole_count, needed_count, is_quorate) in (0, 6)),
    constraint ballot_counts_each_vote_once check (voted_count = sum_of(tallies))
);

create unique index ballot_one_open on ballot (topic_id) where closed_at is null;
create index ballot_by_topic on ballot (topic_id, opens_at);
create index ballot_by_meeting on ballot (meeting_id, opens_at);
create index ballot_due on ballot (closes_at) where closed_at is null;

-- One vote of each voter: a person or a household. An open vote names its option; a secret one is a sealed
-- paper until the count, and nothing after it.
create table vote (
    id        uuid primary key default gen_random_uuid(),
    ballot_id uuid not null references ballot,
    voter     uuid not null,
    option_no integer,
    paper     bytea,
    constraint vote_once unique (ballot_id, voter),
    constraint vote_open_or_sealed check (option_no is null or paper is null)
);

create index vote_by_option on vote (ballot_id, option_no);

-- A vote stays as it was given: a paper is sealed anew when keys change, and taken away at the count.
create function vote_is_immutable() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and (new.id, new.ballot_id, new.voter) = (old.id, old.ballot_id, old.voter)
       and new.option_no is not distinct from old.option_no and old.paper is not null then
        return new;
    end if;
    raise exception 'a vote stays as it was given' using errcode = 'integrity_constraint_violation';
end $$;

create trigger vote_is_immutable before update or delete on vote
    for each row execute function vote_is_immutable();
