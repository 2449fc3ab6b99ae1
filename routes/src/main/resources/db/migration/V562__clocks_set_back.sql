alter table flow_state add column deep_at timestamptz;
comment on column flow_state.deep_at is
    'when the last reading began that went back as far as the clock of the ERP may jump';
