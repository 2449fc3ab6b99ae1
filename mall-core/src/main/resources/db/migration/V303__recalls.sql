-- The last four digits of recall numbers.
CREATE SEQUENCE recall_number MINVALUE 1 MAXVALUE 9999 CYCLE;

CREATE TABLE recall (
    number           text        PRIMARY KEY,
    product_id       uuid        NOT NULL REFERENCES product,
    code             text        NOT NULL,
    name             text        NOT NULL,
    unit             text        NOT NULL,
    batch            text        NOT NULL,
    class            text        NOT NULL CHECK (class IN ('I', 'II', 'III')),
    reason           text        NOT NULL CHECK (reason <> ''),
    opened_by_id     text        NOT NULL,
    opened_by_name   text        NOT NULL,
    opened_at        timestamptz NOT NULL,
    notice_due       timestamptz NOT NULL CHECK (notice_due > opened_at),
    state            text        NOT NULL CHECK (state IN ('OPEN', 'CLOSED')),
    closed_by_id     text,
    closed_by_name   text,
    closed_at        timestamptz,
    closing_reason   text        NOT NULL DEFAULT '',
    unlocked_by_id   text,
    unlocked_by_name text,
    unlocked_at      timestamptz,
    unlock_reason    text        NOT NULL DEFAULT '',
    CHECK ((state = 'CLOSED') = (closed_at IS NOT NULL)),
    CHECK ((closed_at IS NULL) = (closed_by_id IS NULL)),
    CHECK ((unlocked_at IS NULL) = (unlocked_by_id IS NULL)),
    -- whoever orders a recall does not say himself that it is done
    CHECK (lower(closed_by_id) <> lower(opened_by_id)),
    -- closing is one decision, unlocking another, after it
    CHECK (unlocked_at IS NULL OR state = 'CLOSED')
);
CREATE UNIQUE INDEX one_open_recall ON recall (product_id, batch) WHERE state = 'OPEN';
CREATE INDEX recall_of_batch ON recall (product_id, batch, opened_at DESC);
CREATE INDEX recall_newest ON recall (opened_at DESC, number DESC);

-- One per buyer who got some of the batch, from the first delivery of it that is known.
CREATE TABLE recall_notice (
    recall            text        NOT NULL REFERENCES recall,
    customer_id       uuid        NOT NULL,
    customer_name     text        NOT NULL,
    due               timestamptz NOT NULL,
    notified_at       timestamptz,
    confirmed_at      timestamptz,
    confirmed_by_id   text,
    confirmed_by_name text,
    PRIMARY KEY (recall, customer_id),
    CHECK (confirmed_at IS NULL OR notified_at IS NOT NULL),
    CHECK ((confirmed_at IS NULL) = (confirmed_by_id IS NULL))
);
