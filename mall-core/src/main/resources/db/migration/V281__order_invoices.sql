-- What the ERP invoiced of an order. One invoice may cover several orders: each has its own part.
CREATE TABLE order_invoice (
    order_number text           NOT NULL REFERENCES sales_order (number),
    number       text           NOT NULL,
    issued_on    date           NOT NULL,
    -- of this order, tax included; negative for a red invoice
    amount       numeric(18, 2) NOT NULL CHECK (amount <> 0),
    connection   text           NOT NULL,
    recorded_at  timestamptz    NOT NULL,
    PRIMARY KEY (order_number, number)
);

CREATE INDEX order_invoice_by_number ON order_invoice (number);

CREATE TRIGGER order_invoice_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON order_invoice
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_entries();
