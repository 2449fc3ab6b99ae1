-- What a line that has its price by a quantity break would have cost for less, as it was when it was
-- ordered: read when a part of it is cancelled. Null for prices for any quantity, for flash sales,
-- and for lines from before.
ALTER TABLE sales_order_line
    ADD COLUMN step_from numeric[],
    ADD COLUMN step_price numeric[],
    ADD COLUMN step_source text[],
    ADD CONSTRAINT sales_order_line_steps CHECK (
        cardinality(step_from) IS NOT DISTINCT FROM cardinality(step_price)
        AND cardinality(step_from) IS NOT DISTINCT FROM cardinality(step_source));
