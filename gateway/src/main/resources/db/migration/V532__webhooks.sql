create table webhook_subscription (
    id             bigint generated always as identity primary key,
    connection     text        not null references erp_connection,
    title          text        not null,
    url            text        not null,
    events         text[]      not null,
    secret_box     bytea       not null,
    previous_until timestamptz,
    created_at     timestamptz not null,
    ended_at       timestamptz
);
comment on column webhook_subscription.secret_box is 'AES-GCM, the key is kept outside the database; after a rotation both secrets sign until previous_until';
create index webhook_subscription_connection on webhook_subscription (connection) where ended_at is null;

create table webhook_delivery (
    id           bigint generated always as identity primary key,
    subscription bigint      not null references webhook_subscription,
    event        text        not null,
    subject      text        not null,
    body         text        not null,
    state        text        not null default 'PENDING',
    attempts     int         not null default 0,
    created_at   timestamptz not null,
    next_at      timestamptz not null,
    give_up_at   timestamptz not null,
    lease_until  timestamptz,
    done_at      timestamptz,
    last_status  int,
    last_error   text
);
comment on table webhook_delivery is 'Outbox: written in the transaction of the event, sent afterwards';
create index webhook_delivery_due on webhook_delivery (next_at) where state = 'PENDING';
create index webhook_delivery_order on webhook_delivery (subscription, subject, id) where state = 'PENDING';
create index webhook_delivery_failed on webhook_delivery (id desc) where state = 'FAILED';
create index webhook_delivery_of on webhook_delivery (subscription, id desc);
create index webhook_delivery_subject on webhook_delivery (subject text_pattern_ops, id desc);
create index webhook_delivery_sent on webhook_delivery (created_at) where state = 'SENT';
