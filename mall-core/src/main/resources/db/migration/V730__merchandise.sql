-- Categories in which the mall offers its goods, beside those of the law: a tree of at most three levels, kept by
-- people. The ERP knows nothing of it.
CREATE TABLE merchandise_category (
    code         text PRIMARY KEY CHECK (code ~ '^[A-Z0-9][A-Z0-9._-]{0,29}$'),
    -- its own code and those above it, the topmost first
    path         text[]      NOT NULL UNIQUE,
    name         text        NOT NULL CHECK (name <> ''),
    english_name text        NOT NULL CHECK (english_name <> ''),
    -- among its neighbours; the code decides between equals
    place        int         NOT NULL,
    changed_by   text        NOT NULL,
    changed_at   timestamptz NOT NULL,
    CHECK (cardinality(path) BETWEEN 1 AND 3 AND path[cardinality(path)] = code)
);

-- Where people have put a product.
CREATE TABLE product_merchandise (
    merchandise_code text NOT NULL REFERENCES merchandise_category,
    product_id       uuid NOT NULL REFERENCES product,
    PRIMARY KEY (merchandise_code, product_id)
);

CREATE INDEX product_merchandise_of ON product_merchandise (product_id, merchandise_code);

-- The same with all that is above: whoever reads a product has it, and no price or basket asks once more.
ALTER TABLE product ADD COLUMN merchandise text[] NOT NULL DEFAULT '{}';
CREATE INDEX product_merchandise_branch ON product USING gin (merchandise);
CREATE INDEX product_without_merchandise ON product (name, id) WHERE merchandise = '{}';

-- Rules of visibility may name a category with all that is below: MERCHANDISE:<code>, the deeper the closer, between
-- the law's category and the maker. The strength of what is closer rises by the three places between.
UPDATE visibility_rule SET strength = strength + 6
WHERE goods LIKE 'MAKER:%' OR goods LIKE 'PRODUCT:%';

-- The keys by which such rules are looked up, for the row of a product.
CREATE FUNCTION merchandise_keys(codes text[]) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN string_to_array('MERCHANDISE:' || array_to_string(codes, ' MERCHANDISE:'), ' ');

-- What promotions looked at, beside category and tags.
ALTER TABLE sales_order_line ADD COLUMN merchandise text[];

ALTER TABLE coupon_kind_version
    DROP CONSTRAINT coupon_kind_version_scope_check,
    ADD CONSTRAINT coupon_kind_version_scope_check
        CHECK (scope IN ('ALL', 'PRODUCTS', 'CATEGORIES', 'MERCHANDISE', 'TAGS'));
