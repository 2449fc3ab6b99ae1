-- A region is the beginning of a GB/T 2260 code: 33 is the whole of 330000, with 3301 and 330106 in it.
UPDATE listed_price p SET owner = regexp_replace(owner, '(00){1,2}$', '')
WHERE source = 'REGION' AND owner ~ '^[0-9]{2}([0-9]{2})?00$' AND NOT EXISTS (
    SELECT FROM listed_price same WHERE same.source = 'REGION' AND same.product_id = p.product_id
        AND same.from_quantity = p.from_quantity AND same.valid_from IS NOT DISTINCT FROM p.valid_from
        AND same.id <> p.id AND regexp_replace(same.owner, '(00){1,2}$', '') = regexp_replace(p.owner, '(00){1,2}$', ''));

-- Whom a price list concerns.
CREATE INDEX customer_by_level ON customer (price_level, number) WHERE price_level <> '';
CREATE INDEX customer_by_region ON customer (region text_pattern_ops, number);

-- Floors that the base price undercuts are looked for among all; the newest come first.
CREATE INDEX floor_price_by_time ON floor_price (set_at DESC, product_id);

-- Which list gave the price of a line; empty for a price that stands in none.
ALTER TABLE sales_order_line ADD COLUMN price_list text NOT NULL DEFAULT '';
