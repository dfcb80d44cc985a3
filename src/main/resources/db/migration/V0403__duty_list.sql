-- The duty list (准入清单): what may be given to grid staff to do. What is not on it in force may not;
-- what is on it for a time only needs the consent it rests on and an end.

create table duty_item (
    id                  uuid primary key default uuidv7(),
    grid_id             uuid not null references grid,
    grid_key            text collate "C" not null,
    code                text collate "C" not null,
    title               text not null,
    category            text not null,
    -- Codes of categories of issues, or of their classes.
    issue_categories    text[] not null default '{}',
    basis               text not null,
    owner_department_id uuid references department,
    admitted_from       date not null,
    admitted_to         date,
    during              daterange not null generated always as (daterange(admitted_from, admitted_to, '[)')) stored,
    is_temporary        boolean not null default false,
    consent             text,
    approved_by         text not null,
    approved_at         timestamptz not null,
    end_reason          text,
    version             integer not null default 1,
    constraint duty_item_category_known check (
        category in ('POLICY_PUBLICITY', 'INFORMATION_COLLECTION', 'DEMAND_INTAKE', 'PATROL_VISIT',
                     'CONVENIENCE_SERVICE')),
    constraint duty_item_in_order check (admitted_to > admitted_from),
    constraint duty_item_temporary check (not is_temporary or admitted_to is not null and consent is not null),
    constraint duty_item_once exclude using gist (grid_id with =, code with =, during with &&)
);

create index duty_item_by_grid on duty_item (grid_key, code);
