-- The last six digits of order numbers; unique with the day as long as a day has fewer orders.
CREATE SEQUENCE order_number MINVALUE 1 MAXVALUE 999999 CYCLE;

CREATE TABLE sales_order (
    id                uuid PRIMARY KEY,
    number            text           NOT NULL UNIQUE,
    customer_id       uuid           NOT NULL,
    customer_name     text           NOT NULL,
    state             text           NOT NULL,
    erp_state         text           NOT NULL,
    erp_number        text,
    erp_words         text,
    erp_accepted      boolean,
    erp_answered_at   timestamptz,
    -- while a push holds the lease nobody else sends
    sending_until     timestamptz,
    submitted_by_kind text           NOT NULL,
    submitted_by_id   text           NOT NULL,
    submitted_by_name text           NOT NULL,
    submitted_at      timestamptz    NOT NULL,
    -- lives as long as the order: a repeat never makes a second one
    idempotency_key   text           NOT NULL,
    content_digest    text           NOT NULL,
    delivery_note     text           NOT NULL,
    line_count        integer        NOT NULL,
    total             numeric(18, 2) NOT NULL,
    net               numeric(18, 2) NOT NULL,
    tax               numeric(18, 2) NOT NULL,
    version           bigint         NOT NULL,
    UNIQUE (customer_id, idempotency_key),
    CHECK (total = net + tax)
);

CREATE INDEX sales_order_newest ON sales_order (submitted_at DESC, number DESC);
CREATE INDEX sales_order_of_customer ON sales_order (customer_id, submitted_at DESC, number DESC);
CREATE INDEX sales_order_by_state ON sales_order (state, submitted_at DESC, number DESC);
CREATE INDEX sales_order_by_erp_state ON sales_order (erp_state, submitted_at DESC, number DESC);
CREATE INDEX sales_order_number_prefix ON sales_order (number text_pattern_ops);
CREATE INDEX sales_order_erp_number_prefix ON sales_order (erp_number text_pattern_ops);
CREATE INDEX sales_order_customer_prefix ON sales_order (customer_name text_pattern_ops);

CREATE TABLE sales_order_line (
    order_id     uuid           NOT NULL REFERENCES sales_order,
    -- 0-based; people see 1-based line numbers
    position     integer        NOT NULL,
    product_id   uuid           NOT NULL,
    code         text           NOT NULL,
    name         text           NOT NULL,
    dosage_form  text           NOT NULL,
    strength     text           NOT NULL,
    maker        text           NOT NULL,
    unit         text           NOT NULL,
    quantity     numeric(18, 3) NOT NULL CHECK (quantity > 0),
    unit_price   numeric(18, 6) NOT NULL,
    price_source text           NOT NULL,
    price_from   numeric(18, 3) NOT NULL,
    base_price   numeric(18, 6) NOT NULL,
    below_floor  boolean        NOT NULL,
    amount       numeric(18, 2) NOT NULL,
    net          numeric(18, 2) NOT NULL,
    tax          numeric(18, 2) NOT NULL,
    vat_rate     numeric(4, 3)  NOT NULL,
    shipped      numeric(18, 3) NOT NULL CHECK (shipped BETWEEN 0 AND quantity),
    PRIMARY KEY (order_id, position)
);

CREATE TABLE sales_order_stop (
    order_id uuid    NOT NULL REFERENCES sales_order,
    position integer NOT NULL,
    kind     text    NOT NULL,
    detail   text    NOT NULL,
    PRIMARY KEY (order_id, position)
);

CREATE TABLE sales_order_approval (
    order_id    uuid        NOT NULL REFERENCES sales_order,
    position    integer     NOT NULL,
    kind        text        NOT NULL,
    approved    boolean     NOT NULL,
    by_id       text        NOT NULL,
    by_name     text        NOT NULL,
    approved_at timestamptz NOT NULL,
    reason      text        NOT NULL,
    PRIMARY KEY (order_id, position),
    UNIQUE (order_id, kind)
);

CREATE SEQUENCE order_shipment_seq INCREMENT 50;
CREATE TABLE order_shipment (
    id              bigint PRIMARY KEY,
    order_number    text        NOT NULL REFERENCES sales_order (number),
    delivery_number text        NOT NULL,
    connection      text        NOT NULL,
    shipped_at      timestamptz NOT NULL,
    UNIQUE (order_number, delivery_number)
);

CREATE TABLE order_shipment_batch (
    shipment_id bigint         NOT NULL REFERENCES order_shipment,
    position    integer        NOT NULL,
    -- 1-based line of the order
    line        integer        NOT NULL,
    product_id  uuid           NOT NULL,
    batch       text           NOT NULL,
    expiry      date,
    quantity    numeric(18, 3) NOT NULL CHECK (quantity > 0),
    PRIMARY KEY (shipment_id, position)
);

-- Who got a batch: for recalls.
CREATE INDEX order_shipment_batch_recall ON order_shipment_batch (product_id, batch);

CREATE SEQUENCE order_timeline_seq INCREMENT 50;
CREATE TABLE order_timeline (
    id           bigint PRIMARY KEY,
    order_number text        NOT NULL REFERENCES sales_order (number),
    at           timestamptz NOT NULL,
    what         text        NOT NULL,
    by_name      text        NOT NULL,
    detail       text        NOT NULL
);

CREATE INDEX order_timeline_of_order ON order_timeline (order_number, at, id);

-- One row per check of the licence gate; the verdicts of all lines as evidence (JSON).
CREATE SEQUENCE order_licence_check_seq INCREMENT 50;
CREATE TABLE order_licence_check (
    id           bigint PRIMARY KEY,
    order_number text        NOT NULL REFERENCES sales_order (number),
    point        text        NOT NULL,
    at           timestamptz NOT NULL,
    passed       boolean     NOT NULL,
    verdicts     text        NOT NULL
);

CREATE INDEX order_licence_check_of_order ON order_licence_check (order_number, at DESC, id DESC);

CREATE TABLE cart_line (
    user_id    uuid           NOT NULL,
    product_id uuid           NOT NULL,
    quantity   numeric(18, 3) NOT NULL CHECK (quantity > 0),
    put_at     timestamptz    NOT NULL,
    PRIMARY KEY (user_id, product_id)
);
