-- What is taken off a line, disclosed: quantity x price = amount + discount, and the line costs amount.
ALTER TABLE sales_order_line
    ADD COLUMN discount numeric(18, 2) NOT NULL DEFAULT 0 CHECK (discount >= 0),
    ADD CONSTRAINT sales_order_line_amount CHECK (amount >= 0);

ALTER TABLE sales_order
    ADD COLUMN discount numeric(18, 2) NOT NULL DEFAULT 0 CHECK (discount >= 0);

ALTER TABLE order_change_line
    ADD COLUMN discount_before numeric(18, 2) NOT NULL DEFAULT 0,
    ADD COLUMN discount_after  numeric(18, 2) NOT NULL DEFAULT 0;

-- What took it off; the amounts of an order's benefits add up to the discounts of its lines.
CREATE TABLE sales_order_benefit (
    order_id uuid           NOT NULL REFERENCES sales_order,
    position integer        NOT NULL,
    rule     text           NOT NULL,
    version  integer        NOT NULL,
    name     text           NOT NULL,
    -- the coupon it came with, empty for a promotion
    coupon   text           NOT NULL,
    amount   numeric(18, 2) NOT NULL CHECK (amount >= 0),
    PRIMARY KEY (order_id, position)
);
