create table erp_connection (
    name          text primary key,
    title         text        not null,
    definition    text        not null,
    endpoint      text        not null,
    allowed_hosts text[]      not null,
    timeout_ms    bigint      not null,
    secrets       bytea       not null,
    version       bigint      not null default 1,
    paused_reason text,
    not_before    timestamptz,
    last_answer   timestamptz
);
comment on column erp_connection.secrets is 'AES-GCM, the key is kept outside the database';
comment on column erp_connection.version is 'grows with each change of the settings: every node then opens its client anew';
comment on column erp_connection.not_before is 'the ERP asked not to be called before (Retry-After)';

create table entity_policy (
    connection text not null references erp_connection,
    entity     text not null,
    depth      text not null,
    primary key (connection, entity)
);
-- One ERP at a time owns stock and is given orders and customers: two would double figures and documents.
create unique index one_connection_brings_stock on entity_policy (entity)
    where entity = 'STOCK' and depth in ('IN', 'BOTH');
create unique index one_connection_takes_orders on entity_policy (entity)
    where entity = 'ORDER' and depth in ('OUT', 'BOTH');
create unique index one_connection_takes_customers on entity_policy (entity)
    where entity = 'CUSTOMER' and depth in ('OUT', 'BOTH');

create table binding (
    connection text        not null references erp_connection,
    entity     text        not null,
    mall_id    text        not null,
    erp_id     text        not null,
    erp_hash   text,
    sent_hash  text,
    dirty      boolean     not null default false,
    linked_at  timestamptz not null,
    synced_at  timestamptz not null,
    primary key (connection, entity, mall_id),
    unique (connection, entity, erp_id)
);
comment on column binding.erp_hash is 'content last taken over from the ERP; null = take over again';
comment on column binding.sent_hash is 'content last written to the ERP: what comes back equal is an echo';
create index binding_dirty on binding (connection, entity) where dirty;

create table flow_state (
    connection    text        not null references erp_connection,
    flow          text        not null,
    cursor_at     timestamptz,
    cursor_key    text        not null default '',
    advanced_at   timestamptz,
    swept_at      timestamptz,
    swept_to      timestamptz,
    read          bigint      not null default 0,
    applied       bigint      not null default 0,
    unchanged     bigint      not null default 0,
    quarantined   bigint      not null default 0,
    echoes        bigint      not null default 0,
    last_run      timestamptz,
    last_success  timestamptz,
    last_error    text,
    failures      int         not null default 0,
    next_run      timestamptz,
    run_requested boolean     not null default false,
    paused_reason text,
    lease_owner   text,
    lease_until   timestamptz,
    lease_token   bigint      not null default 0,
    primary key (connection, flow)
);
comment on column flow_state.swept_at is 'when the last reading with overlap began';
comment on column flow_state.swept_to is 'where the cursor stood then; the next overlap goes back from here';
comment on column flow_state.lease_token is 'fencing token: grows with every lease and reload, an older holder can no longer commit';

create table outgoing (
    entity       text        not null,
    mall_id      text        not null,
    connection   text        not null references erp_connection,
    in_doubt     boolean     not null default false,
    sends        int         not null default 0,
    empty_probes int         not null default 0,
    last_send_at timestamptz,
    done         boolean     not null default false,
    detail       text        not null default '',
    lease_until  timestamptz,
    lease_token  bigint      not null default 0,
    primary key (entity, mall_id)
);
comment on column outgoing.in_doubt is 'committed before a send: the ERP may have the record until an answer or a probe says otherwise';
create index outgoing_open on outgoing (connection, entity) where not done;

create table quarantine (
    id          bigint generated always as identity primary key,
    connection  text        not null references erp_connection,
    flow        text        not null,
    record_key  text        not null,
    reason      text        not null,
    missing     text,
    payload     text        not null,
    readable    boolean     not null,
    attempts    int         not null default 1,
    state       text        not null default 'OPEN',
    first_seen  timestamptz not null,
    last_seen   timestamptz not null,
    decided_by  text
);
comment on column quarantine.missing is 'ERP key of the product the record waits for; it is tried again by itself when that is known';
comment on column quarantine.readable is 'false: the reply itself could not be mapped, payload is as received';
create unique index quarantine_open on quarantine (connection, flow, record_key) where state = 'OPEN';
create index quarantine_seen on quarantine (last_seen desc, id desc);
create index quarantine_missing on quarantine (connection, flow) where state = 'OPEN' and missing is not null;

create table message_log (
    id         bigint generated always as identity primary key,
    connection text        not null,
    operation  text        not null,
    reference  text        not null,
    url        text        not null,
    request    text        not null,
    response   text        not null,
    status     int         not null,
    at         timestamptz not null,
    took_ms    bigint      not null,
    fault      text
);
-- Rows arrive in the order of time, so a block range index finds old and recent ones at next to no cost.
create index message_log_at on message_log using brin (at);
create index message_log_reference on message_log (reference text_pattern_ops, at) where reference <> '';
create index message_log_faults on message_log (id desc) where fault is not null;
