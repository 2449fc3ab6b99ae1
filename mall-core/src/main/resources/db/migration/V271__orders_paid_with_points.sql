-- The part of a line's discount that points pay.
ALTER TABLE sales_order_line
    ADD COLUMN points numeric(18, 2) NOT NULL DEFAULT 0 CHECK (points BETWEEN 0 AND discount);
