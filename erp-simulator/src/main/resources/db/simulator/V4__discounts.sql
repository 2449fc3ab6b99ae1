-- What is taken off a line; its amount is what remains.
ALTER TABLE t_sale_order_entry
    ADD COLUMN discount numeric(18, 2) NOT NULL DEFAULT 0 CHECK (discount >= 0);
