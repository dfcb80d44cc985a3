-- Projects come from topics, too, and what a council wants done becomes a stage of one.

create table project_topic (
    project_id uuid not null references livelihood_project,
    topic_id   uuid not null references topic,
    primary key (project_id, topic_id)
);

create index project_topic_by_topic on project_topic (topic_id, project_id);

alter table resolution_task
    add column form text not null default 'ISSUE',
    -- When the project of its stages was accepted; what became an issue is done when that is.
    add column done_at timestamptz,
    add constraint resolution_task_form_known check (form in ('ISSUE', 'PROJECT_STAGE')),
    add constraint resolution_task_of_one_form check (
        case form when 'ISSUE' then done_at is null else issue_id is null end);

alter table project_stage add column task_id uuid references resolution_task;

create index project_stage_by_task on project_stage (task_id) where task_id is not null;
