-- What the questions ask about, numbered from 1 on; the statements of `limits` draw from as many.
drop schema if exists bench cascade;
create schema bench;

create table bench.issue as
    select row_number() over () as no, id
    from (select id from issue where lead_member_id is not null order by md5(id::text) limit 400) as picked;

create table bench.within as
    select row_number() over (order by code) as no, id, grid_key from grid where level = 2;

create table bench.place as
    select row_number() over (order by code) as no, id from grid where level = 3;

create table bench.filter as
    select row_number() over () as no, *
    from (
        select c.id as category_id, c.code as category, i.status, i.urgency
        from issue i
        join issue_category c on c.id = i.category_id
        group by c.id, c.code, i.status, i.urgency
        having count(*) > 50
        order by count(*) desc, c.code
        limit 20
    ) as large;

alter table bench.issue add primary key (no);
alter table bench.within add primary key (no);
alter table bench.place add primary key (no);
alter table bench.filter add primary key (no);
analyze;
