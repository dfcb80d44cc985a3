-- Copies the subdistrict of the demo street as the subdistricts :first to :last: its grids, people and issues.
create schema if not exists bench;

create or replace function bench.copied(id uuid, n integer) returns uuid
    language sql immutable strict parallel safe
    return md5(id::text || n)::uuid;

create or replace function bench.rekeyed(key text, n integer) returns text
    language sql immutable strict parallel safe
    return 'a' || n || substr(key, 3);

create or replace function bench.recoded(code text, n integer) returns text
    language sql immutable strict parallel safe
    return left(code, 6) || lpad(n::text, 3, '0') || substr(code, 10);

-- Every column is as it was, but for keys, for ids of what is copied as well, and for what `special` says.
create or replace procedure bench.multiply(copied_table text, special jsonb, condition text, first integer, last integer)
    language plpgsql as $$
declare
    names text;
    expressions text;
begin
    select string_agg(quote_ident(attname), ', '),
           string_agg(coalesce(
               special ->> attname,
               case when attname in ('grid_key', 'reported_grid_key') then format('bench.rekeyed(t.%I, n)', attname)
                    when attname in ('id', 'grid_id', 'parent_id', 'household_id', 'premises_id', 'issue_id',
                                     'lead_member_id', 'on_behalf_of', 'merged_into')
                    then format('bench.copied(t.%I, n)', attname)
                    else format('t.%I', attname) end), ', ')
    into names, expressions
    from pg_attribute
    where attrelid = copied_table::regclass and attnum > 0 and not attisdropped and attgenerated = '';
    execute format('insert into %I (%s) select %s from %1$I t, generate_series($1, $2) as n where %4$s',
                   copied_table, names, expressions, condition)
    using first, last;
end $$;

call bench.multiply('grid', '{"code": "bench.recoded(t.code, n)", "parent_stem": "bench.recoded(t.parent_stem, n)",
                              "boundary": "null"}', 't.grid_key < ''a1/''', :first, :last);

-- What is copied refers to what is copied: nothing to check, nobody to tell.
set session_replication_role = replica;
call bench.multiply('member', '{"card_no": "t.card_no || ''-'' || n"}', 't.grid_key < ''a1/''', :first, :last);
call bench.multiply('premises', '{"code": "t.code || ''-'' || n"}', 't.grid_key < ''a1/''', :first, :last);
call bench.multiply('household', '{"no": "t.no || ''-'' || n"}', 't.grid_key < ''a1/''', :first, :last);
call bench.multiply('resident', '{}', 't.grid_key < ''a1/''', :first, :last);
call bench.multiply('issue', '{"tracking_code": "t.tracking_code || ''-'' || n", "case_no": "t.case_no || ''-'' || n"}',
                    't.grid_key < ''a1/''', :first, :last);
call bench.multiply('issue_timeline', '{}',
                    't.issue_id in (select id from issue where grid_key < ''a1/'')', :first, :last);
reset session_replication_role;
vacuum analyze;

-- Somebody who sees all subdistricts.
insert into account_grant (account_id, role, grid_key, from_at, given_by, reason)
select a.id, 'DUTY_COMMANDER', '', now(), 'bench', 'bench'
from account a
where a.name = 'commander' and not exists (select from account_grant g where g.account_id = a.id and g.grid_id is null);
