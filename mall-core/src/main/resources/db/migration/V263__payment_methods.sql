-- How an order is paid. Orders from before the choice are on credit.
ALTER TABLE sales_order ADD COLUMN payment text NOT NULL DEFAULT 'CREDIT'
    CHECK (payment IN ('CREDIT', 'PREPAID'));

-- Which methods customers may choose: of a type, or of one customer. Without a row all of them.
CREATE TABLE payment_methods_of_type (
    customer_type text PRIMARY KEY,
    methods       text NOT NULL
);

CREATE TABLE payment_methods_of_customer (
    customer_id uuid PRIMARY KEY,
    methods     text NOT NULL
);
