CREATE SEQUENCE announced_transfer_number MINVALUE 1 MAXVALUE 999999 CYCLE;

-- Transfers that buyers say they made. Nothing is booked of them: finance takes one over as a receipt,
-- or declines it.
CREATE TABLE announced_transfer (
    number            text PRIMARY KEY,
    customer_id       uuid           NOT NULL,
    customer_name     text           NOT NULL,
    amount            numeric(18, 2) NOT NULL CHECK (amount > 0),
    bank_reference    text           NOT NULL CHECK (bank_reference <> ''),
    sent_on           date           NOT NULL,
    note              text           NOT NULL,
    -- of the proof that came with it
    file_name         text,
    media_type        text CHECK (media_type IN ('image/jpeg', 'image/png', 'application/pdf')),
    sha256            text,
    state             text           NOT NULL CHECK (state IN ('OPEN', 'TAKEN', 'DECLINED')),
    receipt           text REFERENCES receipt,
    reason            text           NOT NULL DEFAULT '',
    announced_by_id   text           NOT NULL,
    announced_by_name text           NOT NULL,
    announced_at      timestamptz    NOT NULL,
    decided_by_id     text,
    decided_by_name   text,
    decided_at        timestamptz,
    CHECK ((state = 'OPEN') = (decided_by_id IS NULL)),
    CHECK ((state = 'TAKEN') <= (receipt IS NOT NULL)),
    CHECK ((state = 'OPEN') <= (receipt IS NULL)),
    CHECK ((state = 'DECLINED') = (reason <> '')),
    CHECK ((file_name IS NULL) = (media_type IS NULL) AND (file_name IS NULL) = (sha256 IS NULL))
);

-- A company announces a transfer once; after it was declined it may do so again.
CREATE UNIQUE INDEX announced_transfer_once ON announced_transfer (customer_id, bank_reference)
    WHERE state <> 'DECLINED';
CREATE INDEX announced_transfer_of_customer
    ON announced_transfer (customer_id, announced_at DESC, number DESC);
CREATE INDEX announced_transfer_by_state
    ON announced_transfer (state, announced_at DESC, number DESC);
CREATE INDEX announced_transfer_of_receipt ON announced_transfer (receipt)
    WHERE receipt IS NOT NULL;

-- Apart, so that lists never read the bytes.
CREATE TABLE announced_transfer_proof (
    transfer text  PRIMARY KEY REFERENCES announced_transfer,
    content  bytea NOT NULL
);
