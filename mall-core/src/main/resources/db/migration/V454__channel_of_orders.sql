-- How the order came: WEB, API, ON_BEHALF; null for orders from before it was kept, and for what
-- replaces goods.
ALTER TABLE sales_order
    ADD COLUMN channel text CHECK (channel IN ('WEB', 'API', 'ON_BEHALF'));
