alter table quarantine
    add column replay_by      text,
    add column replay_by_name text,
    add column replay_until   timestamptz;
comment on column quarantine.replay_by is 'login of the person for whom it is replayed in the background';
comment on column quarantine.replay_until is 'so long the node that has it in hand may take';
create index quarantine_to_replay on quarantine (id) where replay_by is not null and state = 'OPEN';
