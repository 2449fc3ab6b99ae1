-- How much of a product one company may order in a time before somebody is asked; the newest of a
-- product counts.
CREATE TABLE order_quota (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    product_id uuid           NOT NULL,
    -- in the base unit; null: no quota any more
    most       numeric(18, 3) CHECK (most >= 0),
    days       int            NOT NULL CHECK (days BETWEEN 1 AND 366),
    reason     text           NOT NULL CHECK (reason <> ''),
    by_id      text           NOT NULL,
    by_name    text           NOT NULL,
    at         timestamptz    NOT NULL
);

CREATE INDEX order_quota_newest ON order_quota (product_id, id DESC);

CREATE TRIGGER order_quota_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON order_quota
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_coupons();
