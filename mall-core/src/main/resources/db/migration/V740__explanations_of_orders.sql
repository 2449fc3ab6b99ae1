-- What became of each promotion rule when the order was submitted (JSON); null for orders from
-- before it was kept, and for what replaces goods.
ALTER TABLE sales_order ADD COLUMN explanations text;
