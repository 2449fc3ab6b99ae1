-- Who asked for a part to be cancelled may think better of it, until the ERP is spoken to.
ALTER TABLE order_part DROP CONSTRAINT order_part_state_check;
ALTER TABLE order_part ADD CONSTRAINT order_part_state_check
    CHECK (state IN ('REQUESTED', 'DONE', 'TOO_LATE', 'OUTDATED', 'OVERTAKEN', 'WITHDRAWN'));

-- Since when the ERP may have been spoken to; null while it surely was not.
ALTER TABLE order_part ADD COLUMN started_at timestamptz;
-- Of a request from before, even one that waits, nobody knows: an earlier attempt may have begun.
UPDATE order_part SET started_at = at;
