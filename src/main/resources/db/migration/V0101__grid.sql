-- The one tree of grids (网格). A grid_key is the path of stable short ids from the root, so that a
-- subtree of any level is the half-open range [key, key with its last '.' replaced by '/').

create extension if not exists btree_gist;

-- Overlapping pairs of characters: what a text search for two Chinese characters needs.
create function bigrams(value text) returns text[]
    language sql immutable strict parallel safe
    return (select coalesce(array_agg(distinct substr(lower(value), i, 2)), '{}')
            from generate_series(1, length(value) - 1) as i);

-- The digits of a code that the codes of its children must start with: 6 of a district, 9 of a
-- subdistrict, all of any grid below.
create function grid_code_stem(code text, level smallint) returns text
    language sql immutable strict parallel safe
    return case level when 0 then left(code, 6) when 1 then left(code, 9) else code end;

create table grid (
    id             uuid primary key default uuidv7(),
    grid_key       text collate "C" not null,
    level          smallint not null,
    kind           text not null default 'RESIDENTIAL',
    code           text collate "C" not null,
    stem           text collate "C" not null generated always as (grid_code_stem(code, level)) stored,
    name           text not null,
    name_grams     text[] not null generated always as (bigrams(name)) stored,
    parent_id      uuid,
    parent_level   smallint,
    parent_stem    text collate "C",
    area_class     text,
    area_m2        double precision,
    centre         point,
    boundary       jsonb,
    effective_from date not null,
    effective_to   date,
    version        integer not null default 1,

    constraint grid_key_unique unique (grid_key),
    constraint grid_key_shape check (grid_key ~ '^([0-9a-z]{1,8}\.){1,6}$'),
    constraint grid_code_unique unique (code),
    constraint grid_level_known check (level between 0 and 5),
    constraint grid_kind_known check (kind in ('RESIDENTIAL', 'DEDICATED')),
    constraint grid_area_class_known check (area_class in ('A', 'B', 'C')),
    constraint grid_code_length check (
        code ~ '^[0-9]+$' and length(code) = case level when 3 then 15 when 4 then 17 when 5 then 20 else 12 end),
    constraint grid_code_in_parent check (parent_stem is null or starts_with(code, parent_stem)),
    constraint grid_code_kind check (
        level <> 3 or (kind = 'DEDICATED') = (substr(code, 13, 3) >= '500')),
    constraint grid_below_parent check (
        case level when 0 then parent_level is null
                   when 1 then coalesce(parent_level = 0, true)
                   else parent_level is not distinct from level - 1 end),
    constraint grid_parent_whole check (num_nulls(parent_id, parent_level, parent_stem) in (0, 3)),
    constraint grid_effective_in_order check (effective_to > effective_from),
    constraint grid_centre_on_earth check (centre <@ box '((-180,-90),(180,90))'),
    constraint grid_identity unique (id, level, stem),
    constraint grid_level_identity unique (id, level),
    constraint grid_parent foreign key (parent_id, parent_level, parent_stem)
        references grid (id, level, stem)
);

create index grid_by_parent on grid (parent_id, code);
create index grid_by_level on grid (level, grid_key);
-- "zh-x-icu" orders Chinese names by pinyin.
create index grid_by_name on grid (name collate "zh-x-icu", id);
create index grid_by_name_grams on grid using gin (name_grams);

-- The outer rings of a boundary, in CGCS2000 degrees (longitude, latitude): what a point is looked
-- up in. Exclaves give a grid several; of grids that share a border point the first by level, area
-- and key holds it.
create table grid_area (
    grid_id uuid not null references grid on delete cascade,
    part    smallint not null,
    ring    polygon not null,
    primary key (grid_id, part)
);

create index grid_area_by_bounds on grid_area using gist (box(ring));
