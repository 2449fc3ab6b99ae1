-- Goods that customers send back. They come into the quarantine area, which is no stock.
CREATE TABLE t_return_order (
    bill_no        text COLLATE "C" PRIMARY KEY,
    client_bill_no text           NOT NULL,
    cust_number    text COLLATE "C" NOT NULL REFERENCES t_customer,
    order_bill_no  text COLLATE "C" NOT NULL REFERENCES t_sale_order,
    status         text           NOT NULL CHECK (status IN ('OPEN', 'RECEIVED', 'REJECTED', 'VOID')),
    reason         text,
    modify_time    timestamptz(3) NOT NULL
);
CREATE INDEX t_return_order_changed ON t_return_order (modify_time, bill_no);
-- Not unique: the same client bill number twice makes two returns.
CREATE INDEX t_return_order_client ON t_return_order (client_bill_no);
CREATE INDEX t_return_order_of ON t_return_order (order_bill_no);

CREATE TABLE t_return_order_entry (
    bill_no        text COLLATE "C" NOT NULL REFERENCES t_return_order,
    entry_id       int            NOT NULL,
    order_entry_id int            NOT NULL,
    item_number    text COLLATE "C" NOT NULL REFERENCES t_item,
    batch_no       text           NOT NULL,
    qty            numeric(18, 6) NOT NULL CHECK (qty > 0),
    -- NULL until the goods came
    received_qty   numeric(18, 6) CHECK (received_qty BETWEEN 0 AND qty),
    PRIMARY KEY (bill_no, entry_id)
);

CREATE TABLE t_return_receipt (
    bill_no        text COLLATE "C" PRIMARY KEY,
    return_bill_no text COLLATE "C" NOT NULL UNIQUE REFERENCES t_return_order,
    receive_time   timestamptz(3) NOT NULL,
    receiver       text           NOT NULL
);

CREATE TABLE t_voucher (
    bill_no        text COLLATE "C" PRIMARY KEY,
    client_bill_no text           NOT NULL,
    type           text           NOT NULL,
    voucher_date   date           NOT NULL,
    party          text           NOT NULL,
    amount         numeric(18, 2) NOT NULL CHECK (amount > 0),
    explanation    text,
    modify_time    timestamptz(3) NOT NULL
);
CREATE INDEX t_voucher_client ON t_voucher (client_bill_no);
