-- One row per customer: the lock that serialises its ledger, and the sums that must be provable.
CREATE TABLE receivable_account (
    customer_id  uuid PRIMARY KEY,
    credit_limit numeric(18, 2) NOT NULL DEFAULT 0 CHECK (credit_limit >= 0),
    term_days    integer        NOT NULL DEFAULT 0 CHECK (term_days BETWEEN 0 AND 3650),
    balance      numeric(18, 2) NOT NULL DEFAULT 0,
    committed    numeric(18, 2) NOT NULL DEFAULT 0 CHECK (committed >= 0)
);

CREATE TABLE receivable_entry (
    sequence        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id     uuid           NOT NULL REFERENCES receivable_account,
    kind            text           NOT NULL CHECK (kind IN ('INVOICE', 'PAYMENT', 'REVERSAL')),
    document        text           NOT NULL,
    -- positive: the customer owes more
    amount          numeric(18, 2) NOT NULL,
    balance_after   numeric(18, 2) NOT NULL,
    due             date,
    at              timestamptz    NOT NULL,
    by_actor        text           NOT NULL,
    reason          text           NOT NULL DEFAULT '',
    idempotency_key text           NOT NULL,
    UNIQUE (customer_id, idempotency_key)
);

CREATE INDEX receivable_entry_statement ON receivable_entry (customer_id, sequence DESC);

-- What is not due yet: the rest of the balance is overdue.
CREATE INDEX receivable_entry_due ON receivable_entry (customer_id, due);

-- Credit promised to an order and not yet posted.
CREATE TABLE receivable_commitment (
    order_number text PRIMARY KEY,
    customer_id  uuid           NOT NULL REFERENCES receivable_account,
    amount       numeric(18, 2) NOT NULL CHECK (amount >= 0),
    committed_at timestamptz    NOT NULL,
    ended_at     timestamptz,
    ended_by     text CHECK (ended_by IN ('POSTED', 'RELEASED')),
    CHECK ((ended_at IS NULL) = (ended_by IS NULL))
);

CREATE INDEX receivable_commitment_open ON receivable_commitment (customer_id)
    WHERE ended_at IS NULL;

CREATE FUNCTION refuse_change_of_entries() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    RAISE EXCEPTION 'Entries of % are never changed or deleted: correct by reversal', TG_TABLE_NAME;
END
$$;

CREATE TRIGGER receivable_entry_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON receivable_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_entries();
