-- Evidence of the five kinds (五个见), and what was waived of it; both by round, earlier rounds stay as they are.

create table issue_evidence (
    id          uuid primary key default uuidv7(),
    -- In the order given.
    no          bigint not null generated always as identity,
    issue_id    uuid not null references issue,
    round       integer not null,
    kind        text not null,
    text        text,
    location    point,
    distance    integer,
    far_reason  text,
    taken_at    timestamptz not null,
    contacted   text,
    means       text,
    cause       text,
    recurs      boolean,
    prevention  text,
    actor       text not null,
    at          timestamptz not null,
    is_accepted boolean,
    judged_by   text,
    judged_at   timestamptz,
    judge_note  text,
    constraint issue_evidence_kind_known check (kind in ('PERSON', 'SCENE', 'PROCESS', 'RESULT', 'ANALYSIS')),
    constraint issue_evidence_means_known check (means in ('FACE', 'PHONE', 'VIDEO', 'WITNESS')),
    constraint issue_evidence_cause_known check (
        cause in ('AGEING', 'DAMAGE', 'MANAGEMENT_GAP', 'UNCLEAR_OWNERSHIP', 'FUNDING', 'BEHAVIOUR', 'NATURAL',
                  'POLICY', 'MISUNDERSTANDING', 'OTHER')),
    constraint issue_evidence_of_person check (kind <> 'PERSON' or contacted is not null and means is not null),
    constraint issue_evidence_of_scene check (kind <> 'SCENE' or location is not null),
    constraint issue_evidence_of_process check (kind <> 'PROCESS' or text is not null),
    constraint issue_evidence_of_analysis check (
        kind <> 'ANALYSIS' or cause is not null and recurs is not null and prevention is not null),
    constraint issue_evidence_judged_by_somebody check (
        (is_accepted is null) = (judged_by is null) and (is_accepted is null) = (judged_at is null)),
    constraint issue_evidence_location_on_earth check (location <@ box '((-180,-90),(180,90))')
);

create index issue_evidence_by_round on issue_evidence (issue_id, round, no);

create table issue_waiver (
    issue_id uuid not null references issue,
    round    integer not null,
    kind     text not null,
    reason   text not null,
    actor    text not null,
    at       timestamptz not null,
    primary key (issue_id, round, kind),
    constraint issue_waiver_kind_known check (kind in ('PERSON', 'SCENE', 'PROCESS', 'RESULT', 'ANALYSIS'))
);

create index issue_waiver_by_time on issue_waiver (at);
