CREATE INDEX customer_by_salesperson ON customer (lower(salesperson), number DESC)
    WHERE salesperson IS NOT NULL;
