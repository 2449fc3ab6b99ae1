-- What the ERP is known to have of the fields both sides may set, and which of its versions that was.
alter table binding
    add column known          text,
    add column erp_version    bigint,
    add column erp_changed_at timestamptz;
comment on column binding.known is 'field to value as JSON, keys in order; null = not known yet';
drop index binding_dirty;
alter table binding drop column dirty;

-- Only records that were ever edited in the mall have a row: few beside those that are bound.
create table mall_change (
    connection    text        not null,
    entity        text        not null,
    mall_id       text        not null,
    dirty         boolean     not null,
    dirty_since   timestamptz not null,
    edits         bigint      not null,
    written_edits bigint      not null default 0,
    writes        bigint      not null default 0,
    echoes        bigint      not null default 0,
    rebounds      bigint      not null default 0,
    doubts        text[]      not null default '{}',
    echo_due      boolean     not null default false,
    attempts      int         not null default 0,
    next_try      timestamptz,
    refused       text,
    detail        text        not null default '',
    lease_until   timestamptz,
    lease_token   bigint      not null default 0,
    primary key (connection, entity, mall_id),
    foreign key (connection, entity, mall_id) references binding on delete cascade
);
comment on column mall_change.edits is 'version of the mall side: grows with every edit that is to go out';
comment on column mall_change.written_edits is 'version of the mall side the ERP has for sure';
comment on column mall_change.doubts is 'digests of what was sent and not surely answered: who reads them in the ERP has found our own words';
comment on column mall_change.echo_due is 'the ERP has taken our words and will list the record as changed';
comment on column mall_change.refused is 'the ERP''s no; a new edit lifts it';
create index mall_change_dirty on mall_change (entity, dirty_since) where dirty and refused is null;

insert into flow_state (connection, flow)
select name, flow from erp_connection, unnest(array['erp-product-out', 'erp-customer-change-out']) as f (flow)
on conflict do nothing;
