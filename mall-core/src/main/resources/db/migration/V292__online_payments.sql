CREATE SEQUENCE online_payment_number MINVALUE 1 MAXVALUE 999999 CYCLE;
CREATE SEQUENCE online_refund_number MINVALUE 1 MAXVALUE 999999 CYCLE;

-- One row per order that is paid online: what is asked for, where it stands, and the sums that
-- must be provable. The row is locked before anything of it is written.
CREATE TABLE online_payment (
    -- our own number, under which the provider knows it
    number          text PRIMARY KEY,
    order_number    text           NOT NULL UNIQUE,
    customer_id     uuid           NOT NULL,
    customer_name   text           NOT NULL,
    amount          numeric(18, 2) NOT NULL CHECK (amount > 0),
    state           text           NOT NULL CHECK (state IN ('OPEN', 'UNCLEAR', 'PAID', 'CLOSED')),
    opened_at       timestamptz    NOT NULL,
    remind_at       timestamptz    NOT NULL,
    expires_at      timestamptz    NOT NULL,
    -- of the trade that paid the order; another trade's money is surplus
    provider_number text,
    paid_at         timestamptz,
    closed_at       timestamptz,
    close_reason    text           NOT NULL DEFAULT '',
    -- when the payer was first sent to the provider; before that it knows nothing of us
    sent_at         timestamptz,
    -- when the provider is asked next by itself; null = it has nothing more to tell
    ask_at          timestamptz,
    asked           int            NOT NULL DEFAULT 0,
    -- why the latest question got no answer
    unclear_why     text           NOT NULL DEFAULT '',
    received        numeric(18, 2) NOT NULL DEFAULT 0,
    refund_asked    numeric(18, 2) NOT NULL DEFAULT 0,
    refunded        numeric(18, 2) NOT NULL DEFAULT 0,
    CHECK (refunded BETWEEN 0 AND refund_asked),
    CHECK (refund_asked <= received),
    CHECK ((state = 'PAID') = (provider_number IS NOT NULL)),
    CHECK ((state = 'PAID') = (paid_at IS NOT NULL)),
    CHECK ((state = 'CLOSED') = (closed_at IS NOT NULL))
);

CREATE INDEX online_payment_newest ON online_payment (opened_at DESC, number DESC);
CREATE INDEX online_payment_by_state ON online_payment (state, opened_at DESC, number DESC);
CREATE INDEX online_payment_of_provider ON online_payment (provider_number text_pattern_ops)
    WHERE provider_number IS NOT NULL;
CREATE INDEX online_payment_by_order ON online_payment (order_number text_pattern_ops);
CREATE INDEX online_payment_by_number ON online_payment (number text_pattern_ops);
CREATE INDEX online_payment_of_customer ON online_payment (customer_name text_pattern_ops);
CREATE INDEX online_payment_to_ask ON online_payment (ask_at) WHERE ask_at IS NOT NULL;

CREATE TABLE online_payment_entry (
    sequence        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    payment_number  text           NOT NULL REFERENCES online_payment,
    kind            text           NOT NULL
        CHECK (kind IN ('REQUESTED', 'PAID', 'REFUND_REQUESTED', 'REFUNDED', 'CLOSED')),
    -- the order, the provider's trade, the refund
    document        text           NOT NULL,
    amount          numeric(18, 2) NOT NULL CHECK (amount >= 0),
    at              timestamptz    NOT NULL,
    by_actor        text           NOT NULL,
    note            text           NOT NULL,
    idempotency_key text           NOT NULL,
    UNIQUE (payment_number, idempotency_key)
);

CREATE INDEX online_payment_entry_statement ON online_payment_entry (payment_number, sequence);

CREATE TRIGGER online_payment_entry_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON online_payment_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_entries();

-- Money that goes back. Its number is the provider's idempotency key: however often it is sent,
-- it is paid back once.
CREATE TABLE online_refund (
    number          text PRIMARY KEY,
    payment_number  text           NOT NULL REFERENCES online_payment,
    -- the trade whose money it is
    provider_number text           NOT NULL,
    -- what it is for: a credit note, the end of the order, money that was not asked for
    document        text           NOT NULL,
    amount          numeric(18, 2) NOT NULL CHECK (amount > 0),
    reason          text           NOT NULL,
    state           text           NOT NULL
        CHECK (state IN ('REQUESTED', 'UNCLEAR', 'REFUSED', 'REFUNDED', 'SETTLED')),
    requested_by    text           NOT NULL,
    requested_at    timestamptz    NOT NULL,
    -- sendings so far, each committed before it began
    attempts        int            NOT NULL DEFAULT 0,
    -- what the provider said last; of a settled one, how it was paid back
    words           text           NOT NULL DEFAULT '',
    ended_at        timestamptz,
    UNIQUE (payment_number, document),
    CHECK ((state IN ('REFUNDED', 'SETTLED')) = (ended_at IS NOT NULL))
);

CREATE INDEX online_refund_open ON online_refund (requested_at DESC, number DESC)
    WHERE state IN ('REQUESTED', 'UNCLEAR', 'REFUSED');

-- What the provider told, once each, and what became of it. What was not applied waits for a
-- person.
CREATE TABLE online_payment_notice (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    notice_id       text           NOT NULL UNIQUE,
    payment_number  text           NOT NULL,
    provider_number text           NOT NULL,
    status          text           NOT NULL,
    amount          numeric(18, 2) NOT NULL,
    currency        text           NOT NULL,
    merchant        text           NOT NULL,
    verdict         text           NOT NULL
        CHECK (verdict IN ('APPLIED', 'REPEATED', 'NO_NEWS', 'SURPLUS', 'WRONG_AMOUNT',
            'WRONG_CURRENCY', 'WRONG_MERCHANT', 'UNKNOWN_PAYMENT')),
    detail          text           NOT NULL,
    received_at     timestamptz    NOT NULL,
    times           int            NOT NULL DEFAULT 1,
    handled_by_id   text,
    handled_by_name text,
    handled_at      timestamptz,
    handling        text           NOT NULL DEFAULT '',
    CHECK ((handled_at IS NULL) = (handled_by_id IS NULL))
);

CREATE INDEX online_payment_notice_newest ON online_payment_notice (id DESC);
CREATE INDEX online_payment_notice_of ON online_payment_notice (payment_number, id);
CREATE INDEX online_payment_notice_waiting ON online_payment_notice (id DESC)
    WHERE verdict IN ('WRONG_AMOUNT', 'WRONG_CURRENCY', 'WRONG_MERCHANT', 'UNKNOWN_PAYMENT')
        AND handled_at IS NULL;
