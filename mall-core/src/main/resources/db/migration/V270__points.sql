-- How points are earned and what they are worth: versions that never change, the newest is in force.
CREATE TABLE points_rule (
    version      int PRIMARY KEY CHECK (version > 0),
    -- earned per 1.00 paid; 0: nothing is earned
    per_yuan     numeric(9, 4)  NOT NULL CHECK (per_yuan >= 0),
    -- regulatory categories whose goods earn nothing
    never_earn   text[]         NOT NULL,
    -- whole months after the one they were earned in
    valid_months int            NOT NULL CHECK (valid_months BETWEEN 1 AND 120),
    redeems      boolean        NOT NULL,
    -- so many points take so much off an order
    step         int            NOT NULL CHECK (step > 0),
    worth        numeric(18, 2) NOT NULL CHECK (worth > 0),
    -- of what the goods cost that points may pay for
    most_percent int            NOT NULL CHECK (most_percent BETWEEN 1 AND 100),
    never_redeem text[]         NOT NULL,
    reason       text           NOT NULL CHECK (reason <> ''),
    by_id        text           NOT NULL,
    by_name      text           NOT NULL,
    at           timestamptz    NOT NULL
);

CREATE TRIGGER points_rule_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON points_rule
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_coupons();

-- One row per company: the lock that serialises its points, and the sums that must be provable.
CREATE TABLE points_account (
    company_id   uuid PRIMARY KEY,
    -- as it was when it earned last, for lists
    company_name text   NOT NULL,
    -- below 0: points were taken back that were spent already
    available    bigint NOT NULL DEFAULT 0,
    held         bigint NOT NULL DEFAULT 0 CHECK (held >= 0)
);

CREATE INDEX points_account_by_name ON points_account (company_name text_pattern_ops);
CREATE INDEX points_account_by_balance ON points_account (available DESC, company_id);

-- Two figures in one ledger, what is free and what orders hold: each adds up on its own.
CREATE TABLE points_entry (
    sequence        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    company_id      uuid        NOT NULL REFERENCES points_account,
    kind            text        NOT NULL CHECK (kind IN
        ('EARN', 'HOLD', 'USE', 'RELEASE', 'GIVE_BACK', 'TAKE_BACK', 'EXPIRE')),
    -- an order, a return, a day
    document        text        NOT NULL,
    order_number    text,
    available       bigint      NOT NULL,
    held            bigint      NOT NULL,
    available_after bigint      NOT NULL,
    held_after      bigint      NOT NULL CHECK (held_after >= 0),
    at              timestamptz NOT NULL,
    by_actor        text        NOT NULL,
    note            text        NOT NULL,
    idempotency_key text        NOT NULL,
    UNIQUE (company_id, idempotency_key),
    CHECK (CASE kind
        WHEN 'EARN' THEN available > 0 AND held = 0
        WHEN 'HOLD' THEN available < 0 AND held = -available
        WHEN 'USE' THEN available = 0 AND held < 0
        WHEN 'RELEASE' THEN available > 0 AND held = -available
        WHEN 'GIVE_BACK' THEN available > 0 AND held = 0
        ELSE available < 0 AND held = 0 END),
    CHECK ((kind = 'EXPIRE') = (order_number IS NULL))
);

CREATE INDEX points_entry_statement ON points_entry (company_id, sequence DESC);
CREATE INDEX points_entry_of_order ON points_entry (order_number) WHERE order_number IS NOT NULL;
CREATE INDEX points_entry_by_time ON points_entry (at, kind);

CREATE TRIGGER points_entry_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON points_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_coupons();

-- What was earned together and ends together. What is left of all lots is what is available, unless
-- that is below 0.
CREATE TABLE points_lot (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    company_id   uuid        NOT NULL REFERENCES points_account,
    order_number text        NOT NULL UNIQUE,
    points       bigint      NOT NULL CHECK (points > 0),
    remaining    bigint      NOT NULL CHECK (remaining BETWEEN 0 AND points),
    valid_until  timestamptz NOT NULL,
    -- when its company was told that it ends soon
    reminded_at  timestamptz
);

CREATE INDEX points_lot_live ON points_lot (company_id, valid_until, id) WHERE remaining > 0;
CREATE INDEX points_lot_ending ON points_lot (valid_until, company_id) WHERE remaining > 0;

-- What an order holds or used, and out of which lots.
CREATE TABLE points_spending (
    order_number text PRIMARY KEY,
    company_id   uuid        NOT NULL REFERENCES points_account,
    rule_version int         NOT NULL REFERENCES points_rule,
    points       bigint      NOT NULL CHECK (points >= 0),
    state        text        NOT NULL CHECK (state IN ('HELD', 'USED', 'ENDED')),
    CHECK (state <> 'ENDED' OR points = 0)
);

CREATE INDEX points_spending_open ON points_spending (company_id) WHERE state = 'HELD';

CREATE TABLE points_lot_use (
    order_number text   NOT NULL REFERENCES points_spending,
    lot_id       bigint NOT NULL REFERENCES points_lot,
    points       bigint NOT NULL CHECK (points >= 0),
    PRIMARY KEY (order_number, lot_id)
);

-- What an order earned: the points that the goods earn that stay. Opened by whichever comes first,
-- the completion of the order or goods that come back.
CREATE TABLE points_earning (
    order_number text PRIMARY KEY,
    company_id   uuid   NOT NULL,
    -- null until the order is completed
    rule_version int REFERENCES points_rule,
    points       bigint NOT NULL DEFAULT 0 CHECK (points >= 0)
);

CREATE TABLE points_earning_line (
    order_number text           NOT NULL REFERENCES points_earning,
    line         int            NOT NULL CHECK (line > 0),
    -- paid for it; the goods of other lines earn nothing
    amount       numeric(18, 2) NOT NULL CHECK (amount >= 0),
    PRIMARY KEY (order_number, line)
);

CREATE TABLE points_returned_line (
    order_number  text           NOT NULL REFERENCES points_earning,
    return_number text           NOT NULL,
    line          int            NOT NULL CHECK (line > 0),
    amount        numeric(18, 2) NOT NULL CHECK (amount >= 0),
    PRIMARY KEY (order_number, return_number, line)
);
