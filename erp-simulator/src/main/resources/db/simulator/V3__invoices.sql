-- Electronic invoices: one for each delivery, together the order to the cent.
CREATE TABLE t_invoice (
    invoice_no    text COLLATE "C" PRIMARY KEY CHECK (invoice_no ~ '^[0-9]{20}$'),
    order_bill_no text COLLATE "C" NOT NULL REFERENCES t_sale_order,
    bill_no       text COLLATE "C" NOT NULL UNIQUE REFERENCES t_delivery,
    issue_date    date           NOT NULL,
    amount        numeric(18, 2) NOT NULL CHECK (amount > 0)
);
CREATE INDEX t_invoice_order ON t_invoice (order_bill_no);
