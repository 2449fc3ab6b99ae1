-- A price list may be for customers of a type: after the level, before the region.
ALTER TABLE price_list
    DROP CONSTRAINT price_list_source_check,
    ADD CONSTRAINT price_list_source_check
        CHECK (source IN ('AGREEMENT', 'LEVEL', 'TYPE', 'REGION', 'SPECIAL'));

-- Whom such a list concerns, and whom coupons are given to.
CREATE INDEX customer_by_type ON customer (type, number);
