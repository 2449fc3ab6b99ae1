-- What one of the centre costs; 0: nothing.
ALTER TABLE coupon_kind_version ADD COLUMN points bigint NOT NULL DEFAULT 0 CHECK (points >= 0);

-- Points that were exchanged for a coupon are spent for good, and for no order.
ALTER TABLE points_entry DROP CONSTRAINT points_entry_kind_check;
ALTER TABLE points_entry ADD CONSTRAINT points_entry_kind_check CHECK (kind IN
    ('EARN', 'HOLD', 'USE', 'RELEASE', 'GIVE_BACK', 'TAKE_BACK', 'EXPIRE', 'EXCHANGE'));
DO $$
DECLARE
    name text;
BEGIN
    SELECT conname INTO STRICT name FROM pg_constraint
    WHERE conrelid = 'points_entry'::regclass AND contype = 'c'
        AND pg_get_constraintdef(oid) LIKE '%order_number IS NULL%';
    EXECUTE format('ALTER TABLE points_entry DROP CONSTRAINT %I', name);
END
$$;
ALTER TABLE points_entry ADD CONSTRAINT points_entry_order
    CHECK ((kind IN ('EXPIRE', 'EXCHANGE')) = (order_number IS NULL));
