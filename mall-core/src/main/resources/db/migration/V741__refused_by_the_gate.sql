-- Orders that the licence gate refused at submit: no order stands behind them. The same refusal is
-- one row a day, however often a program tries.
CREATE TABLE licence_refusal (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id uuid        NOT NULL,
    -- Asia/Shanghai
    day         date        NOT NULL,
    -- of the failing lines
    digest      text        NOT NULL,
    first_at    timestamptz NOT NULL,
    last_at     timestamptz NOT NULL,
    times       integer     NOT NULL DEFAULT 1 CHECK (times > 0),
    by_name     text        NOT NULL,
    -- of the failing lines only (JSON)
    verdicts    text        NOT NULL,
    UNIQUE (customer_id, day, digest)
);

CREATE INDEX licence_refusal_of_customer ON licence_refusal (customer_id, first_at, id);
