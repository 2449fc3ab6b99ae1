alter table quarantine
    add column owner       text,
    add column owner_name  text,
    add column owned_since timestamptz;
comment on column quarantine.owner is 'login of the person who works on it; nobody else replays or discards it meanwhile';
create index quarantine_owner on quarantine (owner, last_seen desc, id desc) where owner is not null;
