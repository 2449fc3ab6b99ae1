alter table binding add column called_at timestamptz;
comment on column binding.called_at is 'ERP time of what a call of the ERP last brought: an older version that arrives later is refused';
create index outgoing_ready on outgoing (connection, entity, mall_id) where not done;
