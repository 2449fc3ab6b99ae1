-- The occurrence of a flash sale that the line's goods were taken from.
ALTER TABLE sales_order_line ADD COLUMN flash uuid;
