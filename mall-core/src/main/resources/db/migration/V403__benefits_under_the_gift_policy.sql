-- Whether a benefit might take off all that goods cost which are never gifts: an order is reckoned again by the limit
-- it was made under. Orders from before there was one, and from a node that does not know it yet, had none.
ALTER TABLE sales_order_benefit ADD COLUMN unlimited boolean NOT NULL DEFAULT true;
