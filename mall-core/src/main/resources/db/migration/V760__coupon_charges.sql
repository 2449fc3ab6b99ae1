-- What coupons that an order earned took off other orders, charged when all of the earning order
-- came back, and given back as far as those other orders end or shrink: append-only.
CREATE TABLE coupon_charge (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    coupon       text           NOT NULL REFERENCES coupon (number),
    -- that earned it and came back; less of its money went back, or more afterwards
    order_number text           NOT NULL REFERENCES sales_order (number),
    used_by      text           NOT NULL REFERENCES sales_order (number),
    kind         text           NOT NULL CHECK (kind IN ('CHARGE', 'BACK')),
    amount       numeric(18, 2) NOT NULL,
    -- the return it was kept back of, or the credit note it goes back with
    document     text           NOT NULL,
    -- what caused it
    reason       text           NOT NULL,
    at           timestamptz    NOT NULL,
    by_actor     text           NOT NULL,
    CHECK (CASE kind WHEN 'CHARGE' THEN amount > 0 ELSE amount < 0 END)
);
CREATE UNIQUE INDEX coupon_charge_once ON coupon_charge (coupon) WHERE kind = 'CHARGE';
CREATE UNIQUE INDEX coupon_charge_back_note ON coupon_charge (document) WHERE kind = 'BACK';
CREATE INDEX coupon_charge_of_coupon ON coupon_charge (coupon);
CREATE INDEX coupon_charge_of_use ON coupon_charge (used_by);
CREATE INDEX coupon_charge_of_order ON coupon_charge (order_number);
CREATE TRIGGER coupon_charge_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON coupon_charge
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_entries();

-- The same on the return's statement: fixed by the inspection, lowered by the settlement where
-- the coupon takes less off by then.
CREATE TABLE return_coupon_charge (
    return_id uuid           NOT NULL REFERENCES return_request,
    position  integer        NOT NULL,
    coupon    text           NOT NULL,
    used_by   text           NOT NULL,
    gross     numeric(18, 2) NOT NULL CHECK (gross > 0),
    net       numeric(18, 2) NOT NULL CHECK (net BETWEEN 0 AND gross),
    PRIMARY KEY (return_id, position)
);
