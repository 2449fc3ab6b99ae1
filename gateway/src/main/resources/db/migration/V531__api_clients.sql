create table api_client (
    id               text primary key,
    connection       text        not null references erp_connection,
    title            text        not null,
    rights           text[]      not null,
    per_minute       int         not null,
    secret_digest    text        not null,
    secret_box       bytea,
    previous_digest  text,
    previous_box     bytea,
    previous_until   timestamptz,
    created_at       timestamptz not null,
    rotated_at       timestamptz,
    revoked_at       timestamptz,
    last_used_at     timestamptz
);
comment on column api_client.secret_digest is 'HMAC-SHA-256 of the secret with a salt of its own; the secret is shown once and kept nowhere';
comment on column api_client.secret_box is 'only for clients that use the digest of WS-Security, which cannot be checked without the secret: AES-GCM, the key is kept outside the database';
comment on column api_client.previous_until is 'after a rotation both secrets are good until then';
create index api_client_newest on api_client (created_at desc, id);

create table api_token (
    digest text primary key,
    client text        not null references api_client,
    until  timestamptz not null
);
comment on table api_token is 'OAuth2 access tokens, as digests';
create index api_token_until on api_token (until);
create index api_token_client on api_token (client, until desc);

create table used_nonce (
    client text        not null,
    nonce  text        not null,
    until  timestamptz not null,
    primary key (client, nonce)
);
comment on table used_nonce is 'WS-Security digests that were used, for as long as their time would still be accepted; shared by all nodes';
create index used_nonce_until on used_nonce (until);

create table kept_answer (
    client     text        not null,
    key        text        not null,
    content    text        not null,
    status     int,
    answer     text,
    started_at timestamptz not null,
    primary key (client, key)
);
comment on table kept_answer is 'answers by Idempotency-Key; status is null while the first request is at work';
comment on column kept_answer.content is 'digest of method, path and body';
create index kept_answer_started on kept_answer (started_at);
