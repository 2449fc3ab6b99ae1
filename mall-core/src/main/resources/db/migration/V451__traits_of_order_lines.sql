-- Category and tags of the product by which promotions looked at the line: a return is reckoned by
-- these, whatever the catalogue says by then. Empty for orders from before they were kept.
ALTER TABLE sales_order_line
    ADD COLUMN category text,
    ADD COLUMN tags     text[];
