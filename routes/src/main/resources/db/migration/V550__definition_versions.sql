create table definition_version (
    id       text        not null,
    version  int         not null,
    title    text        not null,
    protocol text        not null,
    content  bytea       not null,
    hash     text        not null,
    uploaded_by text     not null,
    uploaded_at timestamptz not null,
    reason   text        not null,
    primary key (id, version)
);
comment on table definition_version is 'definitions people uploaded; a version never changes and is never deleted';
comment on column definition_version.content is 'ZIP of the folder, always the same bytes for the same files';
create index definition_version_newest on definition_version (uploaded_at desc, id, version);

-- The last messages of one connection: rehearsals read them.
create index message_log_connection on message_log (connection, id desc);
