-- Certificates of service (志愿服务证明): a number and a check code that anybody can verify.

create sequence service_certificate_no;

create table service_certificate (
    id            uuid primary key default uuidv7(),
    no            text collate "C" not null unique,
    check_code    text not null,
    volunteer_id  uuid not null references volunteer,
    grid_id       uuid not null references grid,
    grid_key      text collate "C" not null,
    from_on       date not null,
    to_on         date not null,
    minutes       integer not null,
    total_minutes integer not null,
    issued_at     timestamptz not null,
    issued_by     text not null,
    revoked_at    timestamptz,
    revoked_by    text,
    revoke_reason text,
    version       integer not null default 1,
    constraint service_certificate_in_order check (to_on > from_on),
    constraint service_certificate_of_something check (minutes > 0),
    constraint service_certificate_revoked_with_a_reason check (
        num_nonnulls(revoked_at, revoked_by, revoke_reason) in (0, 3))
);

create index service_certificate_by_time on service_certificate (issued_at, id);
create index service_certificate_by_volunteer on service_certificate (volunteer_id);
