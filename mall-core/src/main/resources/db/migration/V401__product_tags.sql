-- Words by which marketing gathers products: rules and coupons name them.
CREATE TABLE product_tag (
    product_id uuid NOT NULL REFERENCES product,
    tag        text NOT NULL CHECK (tag <> ''),
    PRIMARY KEY (product_id, tag)
);

CREATE INDEX product_tag_of ON product_tag (tag, product_id);
