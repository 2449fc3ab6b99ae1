create table certification (
    id          bigint generated always as identity primary key,
    connection  text        not null references erp_connection,
    definition  text        not null,
    writing     boolean     not null,
    started_by  text        not null,
    started_at  timestamptz not null,
    beat_at     timestamptz not null,
    finished_at timestamptz
);
comment on column certification.beat_at is 'when the last check was noted; a run that is silent for long was cut short';
create unique index certification_running on certification (connection) where finished_at is null;
create index certification_newest on certification (connection, id desc);

create table certification_check (
    certification bigint not null references certification,
    place         int    not null,
    entity        text   not null,
    depth         text   not null,
    contract      text   not null,
    outcome       text   not null,
    reason        text   not null,
    detail        text   not null,
    messages      bigint[] not null,
    primary key (certification, place)
);
comment on column certification_check.messages is 'evidence: ids in message_log, which keeps lists for a while only';
