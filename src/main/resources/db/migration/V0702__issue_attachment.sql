-- The files of issues: those that came with the report, and those of each piece of evidence, in their order.

create table issue_attachment (
    issue_id      uuid not null references issue,
    attachment_id uuid not null references attachment,
    position      integer not null,
    primary key (issue_id, attachment_id)
);

create table issue_evidence_attachment (
    evidence_id   uuid not null references issue_evidence on delete cascade,
    attachment_id uuid not null references attachment,
    position      integer not null,
    primary key (evidence_id, attachment_id)
);

create index issue_evidence_attachment_by_file on issue_evidence_attachment (attachment_id);
