create table reconciliation (
    id          bigint generated always as identity primary key,
    connection  text        not null references erp_connection,
    entity      text        not null,
    state       text        not null check (state in ('LISTING', 'SWEEPING', 'DONE', 'NOT_BELIEVED')),
    cursor_at   timestamptz,
    cursor_key  text        not null default '',
    swept_to    text        not null default '',
    compared    bigint      not null default 0,
    started_by  text        not null,
    started_at  timestamptz not null,
    finished_at timestamptz,
    detail      text        not null default '',
    next_try    timestamptz,
    lease_until timestamptz,
    lease_token bigint      not null default 0
);
create unique index reconciliation_open on reconciliation (connection, entity) where state in ('LISTING', 'SWEEPING');
create index reconciliation_list on reconciliation (started_at desc, id desc);

-- What the ERP has listed: what is bound and not here is looked for one by one. Gone when the run is over.
create table reconciliation_seen (
    run    bigint not null references reconciliation on delete cascade,
    erp_id text   not null,
    primary key (run, erp_id)
);

create table reconciliation_difference (
    id          bigint generated always as identity primary key,
    run         bigint      not null references reconciliation on delete cascade,
    record_key  text        not null,
    mall_id     text,
    kind        text        not null check (kind in ('IN_FLIGHT', 'LOST', 'CHANGED', 'DELETED', 'UNKNOWN')),
    title       text        not null,
    mall_value  text        not null,
    erp_value   text        not null,
    payload     text,
    repair      text check (repair in ('APPLY_ERP', 'SEND_OURS', 'ASK')),
    repaired_by text,
    repaired_at timestamptz,
    unique (run, record_key),
    check ((repair is null) = (repaired_by is null))
);
create index reconciliation_difference_list on reconciliation_difference (run, kind, id);
