\set no random(1, 46)
with claimed as (
    insert into command (actor, key, name, hash, at)
    values ('peer', gen_random_uuid(), 'reportIssue', '', now())
    returning key
), reported as (
    insert into issue (id, tracking_code, type, category_id, title, description, source, urgency, level,
                       confidentiality, status, grid_id, grid_key, reported_grid_key, reporter, reported_at, updated_at)
    select key, key, 'DEMAND', c.id, '井盖破损', '村口下水道井盖破损，雨后积水，老人出行不便。', 'RESIDENT_APP',
           c.default_urgency, 'GRID', 'PUBLIC', 'REPORTED', g.id, g.grid_key, g.grid_key, 'peer', now(), now()
    from claimed, issue_category c, bench.place p
    join grid g on g.id = p.id
    where c.code = 'DRAINAGE' and p.no = :no
    returning id, status, grid_key, reported_at
), entered as (
    insert into issue_timeline (issue_id, seq, move, to_status, actor, acted_as, at)
    select id, 1, 'REPORT', status, 'peer', 'REPORTER', reported_at from reported
), head as (
    update stream s set n = n + 1
    from reported r
    where starts_with(r.grid_key, s.grid_key)
    returning s.no, s.n, r.id, r.grid_key
)
insert into event (stream_no, n, type, subject, subject_version, grid_key, at)
select no, n, 'issue.reported', id, 1, grid_key, now() from head;
