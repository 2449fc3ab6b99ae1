-- Where this database was when the hub last started: of which PostgreSQL, and after how many recoveries. A restored one says where it
-- came from, not where it is.
create table database_place (
    id       bigint generated always as identity primary key,
    place    text        not null,
    noted_at timestamptz not null
);
