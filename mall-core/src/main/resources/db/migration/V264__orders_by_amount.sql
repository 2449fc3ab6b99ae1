CREATE INDEX sales_order_by_total ON sales_order (total DESC, number DESC);
