-- An order may be paid by bank transfer before it is sent.
ALTER TABLE sales_order DROP CONSTRAINT sales_order_payment_check;
ALTER TABLE sales_order ADD CONSTRAINT sales_order_payment_check
    CHECK (payment IN ('CREDIT', 'PREPAID', 'ONLINE', 'TRANSFER'));

-- Where buyers transfer to, as versions: proposed by one person, in force once another one has confirmed.
CREATE TABLE house_account (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- whether orders may be paid by transfer at all
    offered          boolean     NOT NULL,
    payee            text        NOT NULL,
    bank             text        NOT NULL,
    account          text        NOT NULL,
    -- an order that is not paid in so many hours is cancelled
    term_hours       integer     NOT NULL CHECK (term_hours BETWEEN 1 AND 2160),
    state            text        NOT NULL CHECK (state IN ('PROPOSED', 'CONFIRMED', 'DISCARDED')),
    reason           text        NOT NULL CHECK (reason <> ''),
    proposed_by_id   text        NOT NULL,
    proposed_by_name text        NOT NULL,
    proposed_at      timestamptz NOT NULL,
    decided_by_id    text,
    decided_by_name  text,
    decided_at       timestamptz,
    CHECK (NOT offered OR (payee <> '' AND bank <> '' AND account <> '')),
    CHECK ((state = 'PROPOSED') = (decided_by_id IS NULL))
);

-- One proposal at a time, so that whoever confirms knows what he confirms.
CREATE UNIQUE INDEX house_account_proposed ON house_account ((true)) WHERE state = 'PROPOSED';
CREATE INDEX house_account_confirmed ON house_account (id DESC) WHERE state = 'CONFIRMED';

-- What is asked for of an order that is paid by transfer. The row is locked before anything of it is written.
CREATE TABLE order_transfer (
    order_number  text PRIMARY KEY,
    customer_id   uuid           NOT NULL,
    customer_name text           NOT NULL,
    amount        numeric(18, 2) NOT NULL CHECK (amount > 0),
    state         text           NOT NULL CHECK (state IN ('OPEN', 'PAID', 'CLOSED')),
    -- where to, as it was when it was asked for
    account_id    bigint         NOT NULL REFERENCES house_account,
    opened_at     timestamptz    NOT NULL,
    remind_at     timestamptz    NOT NULL,
    expires_at    timestamptz    NOT NULL,
    -- the sum of its parts that stand
    received      numeric(18, 2) NOT NULL DEFAULT 0,
    ended_at      timestamptz,
    close_reason  text           NOT NULL DEFAULT '',
    CHECK (received BETWEEN 0 AND amount),
    CHECK ((state = 'OPEN') = (ended_at IS NULL))
);

CREATE INDEX order_transfer_newest ON order_transfer (opened_at DESC, order_number DESC);
CREATE INDEX order_transfer_open ON order_transfer (expires_at) WHERE state = 'OPEN';

-- What of which receipt paid it.
CREATE TABLE order_transfer_part (
    order_number  text           NOT NULL REFERENCES order_transfer,
    receipt       text           NOT NULL REFERENCES receipt,
    amount        numeric(18, 2) NOT NULL CHECK (amount > 0),
    at            timestamptz    NOT NULL,
    -- its receipt was taken back
    taken_back_at timestamptz,
    PRIMARY KEY (order_number, receipt)
);

CREATE INDEX order_transfer_part_of_receipt ON order_transfer_part (receipt);

-- A transfer may be announced for an order, or as a top-up of prepaid money.
ALTER TABLE announced_transfer
    ADD COLUMN purpose text NOT NULL DEFAULT 'DEBT' CHECK (purpose IN ('DEBT', 'ORDER', 'TOP_UP')),
    ADD COLUMN order_number text,
    ADD COLUMN top_up text REFERENCES prepaid_top_up,
    ADD CHECK ((purpose = 'ORDER') = (order_number IS NOT NULL)),
    ADD CHECK (top_up IS NULL OR purpose = 'TOP_UP');

-- Taken over as a receipt or as a top-up.
DO $$
DECLARE
    old text;
BEGIN
    FOR old IN SELECT conname FROM pg_constraint
        WHERE conrelid = 'announced_transfer'::regclass AND contype = 'c'
            AND pg_get_constraintdef(oid) LIKE '%receipt IS NOT NULL%'
    LOOP
        EXECUTE format('ALTER TABLE announced_transfer DROP CONSTRAINT %I', old);
    END LOOP;
END
$$;
ALTER TABLE announced_transfer ADD CONSTRAINT announced_transfer_taken
    CHECK (state <> 'TAKEN' OR receipt IS NOT NULL OR top_up IS NOT NULL);
ALTER TABLE announced_transfer ADD CONSTRAINT announced_transfer_not_taken
    CHECK (state <> 'OPEN' OR (receipt IS NULL AND top_up IS NULL));

CREATE INDEX announced_transfer_of_order ON announced_transfer (order_number)
    WHERE order_number IS NOT NULL;
CREATE INDEX announced_transfer_of_top_up ON announced_transfer (top_up) WHERE top_up IS NOT NULL;
CREATE INDEX receipt_waiting_of_orders ON receipt USING gin (orders) WHERE state = 'RECORDED';

-- Money that goes back to a customer by transfer leaves its account by an entry of its own.
ALTER TABLE receivable_entry DROP CONSTRAINT receivable_entry_kind_check;
ALTER TABLE receivable_entry ADD CONSTRAINT receivable_entry_kind_check
    CHECK (kind IN ('INVOICE', 'PAYMENT', 'REVERSAL', 'PAYMENT_REVERSAL', 'REPAYMENT'));
DROP INDEX receivable_entry_of_payment;
CREATE INDEX receivable_entry_of_payment ON receivable_entry (customer_id) INCLUDE (amount)
    WHERE kind IN ('PAYMENT', 'PAYMENT_REVERSAL', 'REPAYMENT');
