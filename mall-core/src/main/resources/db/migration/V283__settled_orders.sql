-- A payment that was booked wrongly is taken back by an entry of its own.
ALTER TABLE receivable_entry DROP CONSTRAINT receivable_entry_kind_check;
ALTER TABLE receivable_entry ADD CONSTRAINT receivable_entry_kind_check
    CHECK (kind IN ('INVOICE', 'PAYMENT', 'REVERSAL', 'PAYMENT_REVERSAL'));

-- The order an entry is about; null for payments.
ALTER TABLE receivable_entry ADD COLUMN order_number text GENERATED ALWAYS AS (
    CASE kind
        WHEN 'INVOICE' THEN document
        WHEN 'REVERSAL'
            THEN coalesce(substring(idempotency_key FROM '^credit:([^/]+)/'), document)
    END) STORED;

CREATE INDEX receivable_entry_of_order ON receivable_entry (customer_id, order_number)
    WHERE order_number IS NOT NULL;
CREATE INDEX receivable_entry_of_payment ON receivable_entry (customer_id) INCLUDE (amount)
    WHERE kind IN ('PAYMENT', 'PAYMENT_REVERSAL');
CREATE INDEX receivable_entry_period ON receivable_entry (customer_id, at) INCLUDE (amount);

-- What of a payment is meant for which order. The rest of all payments settles what falls due first.
CREATE TABLE receivable_allocation (
    sequence     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id  uuid           NOT NULL REFERENCES receivable_account,
    -- the key it was received under
    payment      text           NOT NULL,
    order_number text           NOT NULL,
    -- as the invoice of the order
    due          date           NOT NULL,
    -- negative: no longer meant for it
    amount       numeric(18, 2) NOT NULL CHECK (amount <> 0),
    at           timestamptz    NOT NULL
);

CREATE INDEX receivable_allocation_of_order ON receivable_allocation (customer_id, order_number);
CREATE INDEX receivable_allocation_of_payment ON receivable_allocation (customer_id, payment);
CREATE INDEX receivable_allocation_due ON receivable_allocation (customer_id, due);

CREATE TRIGGER receivable_allocation_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON receivable_allocation
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_entries();
