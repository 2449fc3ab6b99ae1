-- What operators are told without an open page. Raised once while it lasts; again when it comes back.
CREATE TABLE operator_alert (
    id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    rule       text        NOT NULL,
    subject    text        NOT NULL,
    details    text[]      NOT NULL, -- values of its text
    raised_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    cleared_at timestamptz
);
CREATE UNIQUE INDEX operator_alert_raised ON operator_alert (rule, subject) WHERE cleared_at IS NULL;

CREATE TABLE alert_delivery (
    id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    alert_id   bigint      NOT NULL REFERENCES operator_alert,
    channel    text        NOT NULL CHECK (channel IN ('EMAIL', 'WEBHOOK')),
    target     text        NOT NULL,
    attempts   int         NOT NULL DEFAULT 0,
    due_at     timestamptz NOT NULL DEFAULT clock_timestamp(), -- next try, or end of a lease
    sent_at    timestamptz,
    failed_at  timestamptz,
    last_error text,
    UNIQUE (alert_id, channel, target)
);
CREATE INDEX alert_delivery_due ON alert_delivery (due_at, id) WHERE sent_at IS NULL AND failed_at IS NULL;
