-- The ERP's own tables, in its own words. Codes sort by bytes ("C"), so that paging by (modify_time, number) is the same everywhere.
-- Times have milliseconds: what the interfaces show is exactly what is compared.

CREATE TABLE t_item (
    number           text COLLATE "C" PRIMARY KEY,
    name             text           NOT NULL,
    model            text           NOT NULL,
    dosage_form      text           NOT NULL,
    approval_no      text           NOT NULL,
    holder_cn        text           NOT NULL,
    holder_en        text           NOT NULL,
    maker_cn         text           NOT NULL,
    maker_en         text           NOT NULL,
    drug_code        text           NOT NULL,
    drug_code_remark text           NOT NULL,
    unit             text           NOT NULL,
    tax_percent      numeric(5, 2)  NOT NULL CHECK (tax_percent >= 0),
    sale_price       numeric(18, 6) NOT NULL CHECK (sale_price >= 0),
    forbidden        boolean        NOT NULL,
    modify_time      timestamptz(3) NOT NULL
);
CREATE INDEX t_item_changed ON t_item (modify_time, number);

CREATE TABLE t_inventory (
    item_number text COLLATE "C" PRIMARY KEY REFERENCES t_item,
    qty         numeric(18, 6) NOT NULL CHECK (qty >= 0),
    lock_qty    numeric(18, 6) NOT NULL CHECK (lock_qty >= 0),
    version     bigint         NOT NULL,
    modify_time timestamptz(3) NOT NULL
);
CREATE INDEX t_inventory_changed ON t_inventory (modify_time, item_number);

CREATE TABLE t_batch (
    item_number text COLLATE "C" NOT NULL REFERENCES t_inventory,
    batch_no    text           NOT NULL,
    valid_date  date           NOT NULL,
    qty         numeric(18, 6) NOT NULL CHECK (qty >= 0),
    PRIMARY KEY (item_number, batch_no)
);

CREATE TABLE t_customer (
    number        text COLLATE "C" PRIMARY KEY,
    client_number text,
    name          text           NOT NULL,
    tax_no        text           NOT NULL UNIQUE,
    province      text           NOT NULL,
    address       text           NOT NULL,
    contact       text           NOT NULL,
    phone         text           NOT NULL,
    forbidden     boolean        NOT NULL,
    modify_time   timestamptz(3) NOT NULL
);
CREATE INDEX t_customer_changed ON t_customer (modify_time, number);
CREATE INDEX t_customer_client ON t_customer (client_number);

CREATE TABLE t_sale_order (
    bill_no        text COLLATE "C" PRIMARY KEY,
    client_bill_no text           NOT NULL,
    cust_number    text COLLATE "C" NOT NULL REFERENCES t_customer,
    bill_time      timestamptz(3) NOT NULL,
    status         text           NOT NULL CHECK (status IN ('NEW', 'ACCEPTED', 'REJECTED', 'PARTLY_SHIPPED', 'SHIPPED', 'VOID')),
    reason         text,
    total_amount   numeric(24, 2) NOT NULL,
    explanation    text,
    version        bigint         NOT NULL,
    modify_time    timestamptz(3) NOT NULL
);
CREATE INDEX t_sale_order_changed ON t_sale_order (modify_time, bill_no);
-- Not unique: the same client bill number twice makes two orders.
CREATE INDEX t_sale_order_client ON t_sale_order (client_bill_no);

CREATE TABLE t_sale_order_entry (
    bill_no     text COLLATE "C" NOT NULL REFERENCES t_sale_order,
    entry_id    int            NOT NULL,
    item_number text COLLATE "C" NOT NULL REFERENCES t_item,
    qty         numeric(18, 6) NOT NULL CHECK (qty > 0),
    price       numeric(18, 6) NOT NULL CHECK (price >= 0),
    amount      numeric(18, 2) NOT NULL,
    ship_qty    numeric(18, 6) NOT NULL CHECK (ship_qty BETWEEN 0 AND qty),
    PRIMARY KEY (bill_no, entry_id)
);

CREATE TABLE t_delivery (
    bill_no       text COLLATE "C" PRIMARY KEY,
    order_bill_no text COLLATE "C" NOT NULL REFERENCES t_sale_order,
    ship_time     timestamptz(3) NOT NULL
);
CREATE INDEX t_delivery_order ON t_delivery (order_bill_no);

CREATE TABLE t_delivery_entry (
    bill_no        text COLLATE "C" NOT NULL REFERENCES t_delivery,
    entry_id       int            NOT NULL,
    order_entry_id int            NOT NULL,
    item_number    text COLLATE "C" NOT NULL REFERENCES t_item,
    batch_no       text           NOT NULL,
    valid_date     date           NOT NULL,
    qty            numeric(18, 6) NOT NULL CHECK (qty > 0),
    PRIMARY KEY (bill_no, entry_id)
);

-- The last number given out per kind of document and year.
CREATE TABLE t_number (
    kind text PRIMARY KEY,
    last bigint NOT NULL
);

CREATE TABLE t_option (
    refuse_duplicate_references boolean NOT NULL,
    auto_accept                 boolean NOT NULL
);
INSERT INTO t_option VALUES (false, false);

-- What was really committed: written in the transaction of the change itself, read by tests.
CREATE TABLE t_commit_log (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    operation text           NOT NULL,
    reference text           NOT NULL,
    number    text           NOT NULL,
    at        timestamptz(3) NOT NULL
);
CREATE INDEX t_commit_log_reference ON t_commit_log (operation, reference);
