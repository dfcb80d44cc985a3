-- Whom issues go to: rules by category and grid (派遣规则), and who can be given an issue at all.

create table dispatch_rule (
    id            uuid primary key default uuidv7(),
    -- Of a category, or of a class and all its categories.
    category_code text collate "C" not null references issue_category (code),
    grid_id       uuid not null references grid,
    grid_key      text collate "C" not null,
    -- Null is any level.
    level         text,
    -- The smallest first.
    priority      integer not null,
    department_id uuid references department,
    member_id     uuid references member,
    role          text,
    is_active     boolean not null default true,
    set_by        text not null,
    set_at        timestamptz not null,
    ended_by      text,
    ended_at      timestamptz,
    version       integer not null default 1,
    constraint dispatch_rule_one_target check (num_nonnulls(department_id, member_id, role) = 1),
    constraint dispatch_rule_level_known check (level in ('GRID', 'COMMUNITY', 'SUBDISTRICT', 'DISTRICT')),
    constraint dispatch_rule_role_known check (role in ('GRID_MEMBER', 'GRID_LEADER', 'COMMUNITY_LEADER')),
    constraint dispatch_rule_ends check (is_active = (ended_at is null))
);

create unique index dispatch_rule_once
    on dispatch_rule (grid_key, category_code, coalesce(level, ''), priority) where is_active;

-- The key of a grid and those of all above it, from the root on.
create function grid_line(key text) returns text[]
    language sql immutable strict parallel safe
    return (select coalesce(array_agg(array_to_string(part[1:i], '.') || '.' order by i), '{}')
            from (select string_to_array(rtrim(key, '.'), '.') as part) as path,
                 generate_subscripts(part, 1) as i);

-- How high a department reaches: 2 is a community, 3 the subdistrict, 4 the district.
create function department_reach(kind text) returns integer
    language sql immutable strict parallel safe
    return case kind when 'COMMUNITY_COMMITTEE' then 2 when 'LINE_DEPARTMENT' then 4 else 3 end;

-- Whether a department at a grid is of the same subdistrict as the last of a line of keys.
create function is_department_near(department_key text, line text[]) returns boolean
    language sql stable parallel safe
    return exists (
        select 1
        from grid g
        where g.grid_key = any(line) and g.level = 1
          and (starts_with(department_key, g.grid_key) or starts_with(g.grid_key, department_key)));

-- As what a member can be given an issue whose grid has this line of keys, no row when they cannot:
-- as grid staff (or leader of the community) who serve there, as one of a department there, or in
-- another role there. Who is grid staff elsewhere only is nobody's spare hand.
create function service_in(member uuid, line text[], on_day date)
    returns table (grid_key text, is_grid_staff boolean, reach integer)
    language sql stable parallel safe as $$
        with service as (
            select a.grid_key, a.grid_level, a.grid_key = any(line) as covers,
                   a.role in ('GRID_LEADER', 'GRID_MEMBER', 'PART_TIME_MEMBER') and a.grid_level > 2 as is_grid_staff,
                   a.role = 'GRID_LEADER' and a.grid_level = 2 as leads_community
            from assignment a
            where a.member_id = member
              and a.from_on <= on_day and (a.to_on is null or a.to_on > on_day)
              and a.role not in ('SOCIAL_WORKER', 'VOLUNTEER')
        ), possible as (
            select s.grid_key, s.is_grid_staff, case when s.grid_level > 2 then 1 else 4 - s.grid_level end as reach,
                   case when s.is_grid_staff or s.leads_community then 1 else 3 end as place, s.grid_level
            from service s
            where s.covers
            union all
            select d.grid_key, false, department_reach(d.kind), 2, 0
            from member m join department d on d.id = m.department_id
            where m.id = member
              and is_department_near(d.grid_key, line)
              and not exists (select 1 from service s where s.is_grid_staff)
        )
        select p.grid_key, p.is_grid_staff, p.reach
        from possible p
        order by p.place, p.grid_level
        limit 1
    $$;
