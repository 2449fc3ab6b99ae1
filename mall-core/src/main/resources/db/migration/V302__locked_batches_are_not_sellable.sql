-- What of the stock on hand is in locked batches and not allocated: no part of what is sellable.
-- Kept in step whenever figures come or a batch is locked or unlocked.
ALTER TABLE stock_level ADD COLUMN locked numeric(18, 3) NOT NULL DEFAULT 0 CHECK (locked >= 0);

ALTER TABLE batch_lock ADD COLUMN unlock_reason text NOT NULL DEFAULT '';
ALTER TABLE batch_lock ADD CONSTRAINT unlocked_for_a_reason
    CHECK (unlocked_at IS NULL OR unlock_reason <> '');
