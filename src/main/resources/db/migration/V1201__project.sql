-- Livelihood projects (民生实事), from a wish that many share to what was built.

create table livelihood_project (
    id                uuid primary key default uuidv7(),
    grid_id           uuid not null references grid,
    grid_key          text collate "C" not null,
    title             text not null,
    description       text not null,
    kind              text not null,
    status            text not null default 'COLLECTED',
    suspended_from    text,
    reason            text,
    supporter_count   integer not null default 0,
    -- In yuan.
    budget            integer,
    department_id     uuid references department,
    unit              text,
    planned_quantity  double precision,
    measured_quantity double precision,
    variance_reason   text,
    submitted_by      text,
    rating_count      integer not null default 0,
    satisfied_count   integer not null default 0,
    collected_by      text not null,
    collected_at      timestamptz not null,
    completed_at      timestamptz,
    version           integer not null default 1,
    constraint livelihood_project_kind_known check (
        kind in ('ROAD', 'GREENWAY', 'LIGHTING', 'DRAINAGE', 'PARKING', 'ELDER_CARE', 'CHILD_CARE', 'CULTURE_SPORTS',
                 'ENVIRONMENT', 'OTHER')),
    constraint livelihood_project_status_known check (
        status in ('COLLECTED', 'SHORTLISTED', 'RECOMMENDED', 'APPROVED', 'IN_PROGRESS', 'ACCEPTANCE', 'COMPLETED',
                   'SUSPENDED', 'CANCELLED')),
    constraint livelihood_project_suspended_from_somewhere check ((status = 'SUSPENDED') = (suspended_from is not null)),
    constraint livelihood_project_approved_with_a_plan check (
        status not in ('APPROVED', 'IN_PROGRESS', 'ACCEPTANCE', 'COMPLETED')
        or num_nonnulls(budget, unit, planned_quantity) = 3),
    constraint livelihood_project_measured check (
        status not in ('ACCEPTANCE', 'COMPLETED')
        or measured_quantity is not null and (measured_quantity = planned_quantity or variance_reason is not null)),
    constraint livelihood_project_rated check (satisfied_count between 0 and rating_count)
);

create index livelihood_project_by_time on livelihood_project (collected_at, id);
create index livelihood_project_by_grid on livelihood_project (grid_key, collected_at);

create table project_issue (
    project_id uuid not null references livelihood_project,
    issue_id   uuid not null references issue,
    primary key (project_id, issue_id)
);

create index project_issue_by_issue on project_issue (issue_id);

create table project_support (
    project_id  uuid not null references livelihood_project,
    resident_id uuid not null references resident,
    at          timestamptz not null,
    primary key (project_id, resident_id)
);

create table project_rating (
    project_id  uuid not null references livelihood_project,
    resident_id uuid not null references resident,
    score       integer not null,
    at          timestamptz not null,
    primary key (project_id, resident_id),
    constraint project_rating_possible check (score between 1 and 5)
);

create table project_stage (
    project_id  uuid not null references livelihood_project,
    no          integer not null,
    title       text not null,
    from_on     date not null,
    to_on       date not null,
    finished_on date,
    note        text,
    primary key (project_id, no),
    constraint project_stage_in_order check (to_on >= from_on),
    constraint project_stage_finished_with_a_note check ((finished_on is null) = (note is null))
);

create table project_stage_attachment (
    project_id    uuid not null,
    stage_no      integer not null,
    attachment_id uuid not null references attachment,
    position      integer not null,
    primary key (project_id, stage_no, attachment_id),
    foreign key (project_id, stage_no) references project_stage
);
