-- The keys of personal values (D13). Each is wrapped by the master key, which is not in the database.

create table data_key (
    id         integer primary key,
    algorithm  text not null,
    state      text not null,
    wrapped    bytea,
    created_at timestamptz not null default clock_timestamp(),
    state_at   timestamptz not null default clock_timestamp(),
    constraint data_key_algorithm_known check (algorithm in ('AES_256_GCM', 'SM4_GCM')),
    constraint data_key_state_known check (state in ('INTRODUCED', 'CURRENT', 'RETIRED', 'DESTROYED')),
    constraint data_key_gone check ((wrapped is null) = (state = 'DESTROYED'))
);

create unique index data_key_one_current on data_key (state) where state = 'CURRENT';
create unique index data_key_one_introduced on data_key (state) where state = 'INTRODUCED';
