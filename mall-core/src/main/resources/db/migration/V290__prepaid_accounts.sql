-- One row per customer: the lock that serialises its prepaid money, and the sums that must be
-- provable. What is held for orders is still there, and never more than that.
CREATE TABLE prepaid_account (
    customer_id    uuid PRIMARY KEY,
    -- as it was at the latest top-up, for lists
    customer_name  text           NOT NULL,
    principal      numeric(18, 2) NOT NULL DEFAULT 0,
    bonus          numeric(18, 2) NOT NULL DEFAULT 0,
    held_principal numeric(18, 2) NOT NULL DEFAULT 0,
    held_bonus     numeric(18, 2) NOT NULL DEFAULT 0,
    CHECK (held_principal BETWEEN 0 AND principal),
    CHECK (held_bonus BETWEEN 0 AND bonus)
);

CREATE INDEX prepaid_account_by_name ON prepaid_account (customer_name text_pattern_ops);
CREATE INDEX prepaid_account_by_balance ON prepaid_account ((principal + bonus) DESC, customer_id);

-- Two ledgers, principal and bonus: what happened moves both, and each adds up on its own.
CREATE TABLE prepaid_entry (
    sequence        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id     uuid           NOT NULL REFERENCES prepaid_account,
    kind            text           NOT NULL
        CHECK (kind IN ('TOP_UP', 'CAPTURE', 'REFUND', 'REVERSAL')),
    document        text           NOT NULL,
    -- the order whose money this is; null for top-ups
    order_number    text,
    -- positive: the customer has more
    principal       numeric(18, 2) NOT NULL,
    bonus           numeric(18, 2) NOT NULL,
    principal_after numeric(18, 2) NOT NULL CHECK (principal_after >= 0),
    bonus_after     numeric(18, 2) NOT NULL CHECK (bonus_after >= 0),
    at              timestamptz    NOT NULL,
    by_actor        text           NOT NULL,
    -- of a top-up the rule that gave the bonus, else the reason
    note            text           NOT NULL,
    idempotency_key text           NOT NULL,
    UNIQUE (customer_id, idempotency_key),
    CHECK ((kind = 'TOP_UP') <= (order_number IS NULL)),
    CHECK ((kind IN ('CAPTURE', 'REFUND')) <= (order_number IS NOT NULL))
);

CREATE INDEX prepaid_entry_statement ON prepaid_entry (customer_id, sequence DESC);
CREATE INDEX prepaid_entry_of_order ON prepaid_entry (order_number) WHERE order_number IS NOT NULL;

CREATE TRIGGER prepaid_entry_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON prepaid_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_entries();

-- Money promised to an order and not yet captured.
CREATE TABLE prepaid_hold (
    order_number text PRIMARY KEY,
    customer_id  uuid           NOT NULL REFERENCES prepaid_account,
    principal    numeric(18, 2) NOT NULL CHECK (principal >= 0),
    bonus        numeric(18, 2) NOT NULL CHECK (bonus >= 0),
    held_at      timestamptz    NOT NULL,
    ended_at     timestamptz,
    ended_by     text CHECK (ended_by IN ('CAPTURED', 'RELEASED')),
    CHECK ((ended_at IS NULL) = (ended_by IS NULL))
);

CREATE INDEX prepaid_hold_open ON prepaid_hold (customer_id, held_at DESC, order_number DESC)
    WHERE ended_at IS NULL;
