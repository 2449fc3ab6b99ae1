-- So many points a company gets when it becomes a customer; 0: none.
ALTER TABLE points_rule
    ADD COLUMN welcome bigint NOT NULL DEFAULT 0 CHECK (welcome BETWEEN 0 AND 1000000);

-- Points of a welcome come from no order. Their lot carries the number of the application.
ALTER TABLE points_entry DROP CONSTRAINT points_entry_kind_check;
ALTER TABLE points_entry ADD CONSTRAINT points_entry_kind_check CHECK (kind IN
    ('EARN', 'HOLD', 'USE', 'RELEASE', 'GIVE_BACK', 'TAKE_BACK', 'EXPIRE', 'EXCHANGE', 'WELCOME'));
ALTER TABLE points_entry DROP CONSTRAINT points_entry_order;
ALTER TABLE points_entry ADD CONSTRAINT points_entry_order
    CHECK ((kind IN ('EXPIRE', 'EXCHANGE', 'WELCOME')) = (order_number IS NULL));
DO $$
DECLARE
    name text;
BEGIN
    SELECT conname INTO STRICT name FROM pg_constraint
    WHERE conrelid = 'points_entry'::regclass AND contype = 'c'
        AND pg_get_constraintdef(oid) LIKE '%GIVE_BACK%THEN%';
    EXECUTE format('ALTER TABLE points_entry DROP CONSTRAINT %I', name);
END
$$;
ALTER TABLE points_entry ADD CONSTRAINT points_entry_amounts CHECK (CASE kind
    WHEN 'EARN' THEN available > 0 AND held = 0
    WHEN 'WELCOME' THEN available > 0 AND held = 0
    WHEN 'HOLD' THEN available < 0 AND held = -available
    WHEN 'USE' THEN available = 0 AND held < 0
    WHEN 'RELEASE' THEN available > 0 AND held = -available
    WHEN 'GIVE_BACK' THEN available > 0 AND held = 0
    ELSE available < 0 AND held = 0 END);
