-- Which issues may tell of the same matter: near in space, time and category. Noise carries far, what is
-- broken stays broken for weeks.

alter table issue_category
    add column duplicate_radius_m integer not null default 200,
    add column duplicate_window_h integer not null default 72,
    add constraint issue_category_duplicates check (duplicate_radius_m between 1 and 5000 and duplicate_window_h between 1 and 8760);

update issue_category set duplicate_radius_m = 300
where code in ('NOISE', 'SITE_NOISE', 'SITE_DUST', 'AIR_POLLUTION', 'WATER_POLLUTION', 'FLOOD');
update issue_category set duplicate_radius_m = 1000
where code in ('WATER_SUPPLY', 'POWER_SUPPLY');
update issue_category set duplicate_radius_m = 100, duplicate_window_h = 720
where code in ('DRAINAGE', 'ROAD_SURFACE', 'STREET_LIGHT', 'PUBLIC_FACILITY', 'MANHOLE_COVER', 'TRAFFIC_SIGN', 'LIFT',
               'HOUSE_SAFETY', 'ILLEGAL_BUILDING');

-- On a ball of the earth's mean radius.
create function metres_between(a point, b point) returns double precision
    language sql immutable strict parallel safe
    return 2 * 6371008.8 * asin(least(1, sqrt(
        sin(radians(b[1] - a[1]) / 2) ^ 2
        + cos(radians(a[1])) * cos(radians(b[1])) * sin(radians(b[0] - a[0]) / 2) ^ 2)));

-- Everything within so many metres lies in it, and corners beyond.
create function box_around(place point, metres double precision) returns box
    language sql immutable strict parallel safe
    return box(point(place[0] - metres / (111000 * greatest(0.01, cos(radians(place[1])))), place[1] - metres / 111000),
               point(place[0] + metres / (111000 * greatest(0.01, cos(radians(place[1])))), place[1] + metres / 111000));

-- The share of the pairs of characters of either text that both have: what pg_trgm counts with three characters,
-- which under the C locale of our clusters knows no Chinese ones.
create function likeness(a text[], b text[]) returns double precision
    language sql immutable strict parallel safe
    return (select coalesce(shared::double precision / nullif(cardinality(a) + cardinality(b) - shared, 0), 0)
            from (select count(*) as shared from (select unnest(a) intersect select unnest(b)) as both_have) as counted);

create index issue_open_by_location on issue using gist (location) where is_open;
