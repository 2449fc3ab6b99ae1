CREATE SEQUENCE repayment_number MINVALUE 1 MAXVALUE 999999 CYCLE;

-- Money that is to go back to a customer by transfer: asked for, paid by one person of finance and booked
-- once another one has confirmed it; or kept as the customer's credit.
CREATE TABLE repayment (
    number          text PRIMARY KEY,
    customer_id     uuid           NOT NULL,
    customer_name   text           NOT NULL,
    amount          numeric(18, 2) NOT NULL CHECK (amount > 0),
    -- of the order that was paid; empty for none
    order_number    text           NOT NULL,
    -- why: the order that ended, a credit note, a receipt, or words of a person
    document        text           NOT NULL CHECK (document <> ''),
    reason          text           NOT NULL,
    state           text           NOT NULL CHECK (state IN ('ASKED', 'RECORDED', 'BOOKED', 'KEPT')),
    asked_by        text           NOT NULL,
    asked_at        timestamptz    NOT NULL,
    -- of the latest recording
    bank_reference  text           NOT NULL DEFAULT '',
    paid_on         date,
    note            text           NOT NULL DEFAULT '',
    recorded_by_id  text,
    recorded_by_name text,
    recorded_at     timestamptz,
    decided_by_id   text,
    decided_by_name text,
    decided_at      timestamptz,
    -- why it is kept
    words           text           NOT NULL DEFAULT '',
    -- recordings so far, each of which claims its transfer under a number of its own
    attempts        integer        NOT NULL DEFAULT 0,
    UNIQUE (customer_id, order_number, document),
    CHECK ((state IN ('RECORDED', 'BOOKED')) <= (recorded_by_id IS NOT NULL AND paid_on IS NOT NULL)),
    CHECK ((state IN ('BOOKED', 'KEPT')) = (decided_by_id IS NOT NULL)),
    CHECK ((state = 'KEPT') = (words <> ''))
);

CREATE INDEX repayment_newest ON repayment (asked_at DESC, number DESC);
CREATE INDEX repayment_of_customer ON repayment (customer_id, asked_at DESC, number DESC);
CREATE INDEX repayment_by_state ON repayment (state, asked_at DESC, number DESC);
CREATE INDEX repayment_of_order ON repayment (order_number) WHERE order_number <> '';

-- Both join the proof of four eyes. Added to whatever the view says so far, which stays as it is.
DO $$
BEGIN
    EXECUTE 'CREATE OR REPLACE VIEW four_eyes_part AS '
        || rtrim(pg_get_viewdef('four_eyes_part'::regclass), ';')
        || $parts$
UNION ALL
SELECT 'house-account', h.id::text, 'propose', false, 'STAFF', lower(h.proposed_by_id), h.proposed_at
FROM house_account h
UNION ALL
SELECT 'house-account', h.id::text, 'confirm', true, 'STAFF', lower(h.decided_by_id), h.decided_at
FROM house_account h WHERE h.state = 'CONFIRMED'
UNION ALL
SELECT 'repayment', r.number, 'record', false, 'STAFF', lower(r.recorded_by_id), r.recorded_at
FROM repayment r WHERE r.state IN ('RECORDED', 'BOOKED')
UNION ALL
SELECT 'repayment', r.number, 'confirm', true, 'STAFF', lower(r.decided_by_id), r.decided_at
FROM repayment r WHERE r.state = 'BOOKED'
$parts$;
END
$$;
