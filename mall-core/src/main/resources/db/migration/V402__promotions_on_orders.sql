CREATE FUNCTION sum_of(parts numeric[]) RETURNS numeric LANGUAGE sql IMMUTABLE STRICT AS
$$
    SELECT coalesce(sum(part), 0) FROM unnest(parts) AS part
$$;

-- What each line, in their order, got of it; empty for orders from before it was kept.
ALTER TABLE sales_order_benefit
    ADD COLUMN shares numeric[] NOT NULL DEFAULT '{}',
    ADD CONSTRAINT sales_order_benefit_shares CHECK (cardinality(shares) = 0 OR sum_of(shares) = amount);

-- The rule that gives the line for nothing; empty for what is bought.
ALTER TABLE sales_order_line
    ADD COLUMN gift text NOT NULL DEFAULT '',
    ADD CONSTRAINT sales_order_line_gift CHECK (gift = '' OR amount = 0);
