-- What a user of PostGraphile writes for questions that its own schema has no words for.
create or replace function open_issues(within uuid) returns setof issue
    language sql stable
    begin atomic
        select i.*
        from grid g
        join issue i on i.grid_key >= g.grid_key and i.grid_key < left(g.grid_key, -1) || '/'
        where g.id = within and i.is_open
        order by i.reported_at desc, i.id desc;
    end;

create or replace function grid_open_issue_count(grid grid) returns bigint
    language sql stable
    begin atomic
        select count(*)
        from issue i
        where i.is_open and i.grid_key >= grid.grid_key and i.grid_key < left(grid.grid_key, -1) || '/';
    end;

create or replace function grid_children(grid grid) returns setof grid
    language sql stable
    begin atomic
        select g.* from grid g where g.parent_id = grid.id order by g.code;
    end;

create or replace function report_matter(
        key uuid, category text, title text, description text, source text, grid_id uuid) returns issue
    language plpgsql volatile as $$
declare
    reported issue;
begin
    insert into command (actor, key, name, hash, at) values ('peer', key, 'reportIssue', '', now());
    insert into issue (id, tracking_code, type, category_id, title, description, source, urgency, level,
                       confidentiality, status, grid_id, grid_key, reported_grid_key, reporter, reported_at, updated_at)
    select gen_random_uuid(), report_matter.key::text, 'DEMAND', c.id, report_matter.title,
           report_matter.description, report_matter.source, c.default_urgency, 'GRID', 'PUBLIC', 'REPORTED',
           g.id, g.grid_key, g.grid_key, 'peer', now(), now()
    from issue_category c, grid g
    where c.code = report_matter.category and g.id = report_matter.grid_id
    returning * into strict reported;
    insert into issue_timeline (issue_id, seq, move, to_status, actor, acted_as, at)
    values (reported.id, 1, 'REPORT', reported.status, 'peer', 'REPORTER', reported.reported_at);
    with head as (
        update stream s set n = n + 1 where starts_with(reported.grid_key, s.grid_key) returning s.no, s.n
    )
    insert into event (stream_no, n, type, subject, subject_version, grid_key, at)
    select no, n, 'issue.reported', reported.id, 1, reported.grid_key, now() from head;
    return reported;
end $$;

-- No index has it, so it would not be there to filter by.
comment on column issue.urgency is '@behavior +filterBy';
