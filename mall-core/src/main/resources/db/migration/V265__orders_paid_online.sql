-- An order may be paid online, beside on credit and from the prepaid account.
ALTER TABLE sales_order DROP CONSTRAINT sales_order_payment_check;
ALTER TABLE sales_order ADD CONSTRAINT sales_order_payment_check
    CHECK (payment IN ('CREDIT', 'PREPAID', 'ONLINE'));
