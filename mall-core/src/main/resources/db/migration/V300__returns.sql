-- The last six digits of return numbers.
CREATE SEQUENCE return_number MINVALUE 1 MAXVALUE 999999 CYCLE;

CREATE TABLE return_request (
    id                uuid PRIMARY KEY,
    number            text           NOT NULL UNIQUE,
    order_number      text           NOT NULL REFERENCES sales_order (number),
    customer_id       uuid           NOT NULL,
    customer_name     text           NOT NULL,
    state             text           NOT NULL,
    erp_state         text           NOT NULL,
    erp_number        text,
    -- while an attempt holds the lease nobody else sends
    sending_until     timestamptz,
    erp_receipt       text,
    reason            text           NOT NULL,
    wish              text           NOT NULL,
    note              text           NOT NULL,
    logger            text,
    lowest            numeric(5, 2),
    highest           numeric(5, 2),
    submitted_by_kind text           NOT NULL,
    submitted_by_id   text           NOT NULL,
    submitted_by_name text           NOT NULL,
    submitted_at      timestamptz    NOT NULL,
    idempotency_key   text           NOT NULL,
    content_digest    text           NOT NULL,
    line_count        integer        NOT NULL,
    -- finance wants another inspection
    to_be_inspected   boolean        NOT NULL DEFAULT true,
    exchange_order    text,
    version           bigint         NOT NULL,
    UNIQUE (customer_id, idempotency_key),
    CHECK ((logger IS NULL) = (lowest IS NULL) AND (logger IS NULL) = (highest IS NULL))
);

CREATE INDEX return_request_newest ON return_request (submitted_at DESC, number DESC);
CREATE INDEX return_request_of_customer ON return_request (customer_id, submitted_at DESC);
CREATE INDEX return_request_by_state ON return_request (state, submitted_at DESC);
CREATE INDEX return_request_of_order ON return_request (order_number);
CREATE INDEX return_request_number_prefix ON return_request (number text_pattern_ops);
CREATE INDEX return_request_order_prefix ON return_request (order_number text_pattern_ops);
CREATE INDEX return_request_customer_prefix ON return_request (customer_name text_pattern_ops);
CREATE INDEX return_request_erp_prefix ON return_request (erp_number text_pattern_ops);

CREATE TABLE return_line (
    return_id   uuid           NOT NULL REFERENCES return_request,
    -- 0-based; people see 1-based line numbers
    position    integer        NOT NULL,
    delivery    text           NOT NULL,
    -- 1-based line of the order
    order_line  integer        NOT NULL,
    product_id  uuid           NOT NULL,
    code        text           NOT NULL,
    name        text           NOT NULL,
    unit        text           NOT NULL,
    batch       text           NOT NULL,
    expiry      date,
    cold_chain  boolean        NOT NULL,
    quantity    numeric(18, 3) NOT NULL CHECK (quantity > 0),
    -- 20 digits each, parted by blanks
    trace_codes text           NOT NULL,
    received    numeric(18, 3) CHECK (received BETWEEN 0 AND quantity),
    to_stock    numeric(18, 3) NOT NULL DEFAULT 0 CHECK (to_stock >= 0),
    to_supplier numeric(18, 3) NOT NULL DEFAULT 0 CHECK (to_supplier >= 0),
    destroy     numeric(18, 3) NOT NULL DEFAULT 0 CHECK (destroy >= 0),
    to_buyer    numeric(18, 3) NOT NULL DEFAULT 0 CHECK (to_buyer >= 0),
    inspected   boolean        NOT NULL DEFAULT false,
    inspection_note text       NOT NULL DEFAULT '',
    gross       numeric(18, 2) NOT NULL DEFAULT 0 CHECK (gross >= 0),
    net         numeric(18, 2) NOT NULL DEFAULT 0,
    tax         numeric(18, 2) NOT NULL DEFAULT 0 CHECK (gross = net + tax),
    PRIMARY KEY (return_id, position),
    -- every piece that came is somewhere, and nothing is anywhere that did not come
    CHECK (CASE WHEN inspected THEN to_stock + to_supplier + destroy + to_buyer = received
        ELSE to_stock + to_supplier + destroy + to_buyer = 0 END)
);

-- What of a delivery's batch is asked back or taken back by all returns together: the row that
-- every submit changes, so that two at once never take more than was shipped.
CREATE TABLE return_claim (
    order_number text           NOT NULL REFERENCES sales_order (number),
    delivery     text           NOT NULL,
    order_line   integer        NOT NULL,
    batch        text           NOT NULL,
    shipped      numeric(18, 3) NOT NULL,
    claimed      numeric(18, 3) NOT NULL CHECK (claimed BETWEEN 0 AND shipped),
    PRIMARY KEY (order_number, delivery, order_line, batch)
);

-- A trace code is one box: it comes back once.
CREATE TABLE return_trace_code (
    code      text PRIMARY KEY CHECK (code ~ '^[0-9]{20}$'),
    return_id uuid NOT NULL REFERENCES return_request
);
CREATE INDEX return_trace_code_of_return ON return_trace_code (return_id);

-- Who did or decided what: never changed.
CREATE TABLE return_act (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    return_id uuid        NOT NULL REFERENCES return_request,
    kind      text        NOT NULL,
    agreed    boolean     NOT NULL,
    by_kind   text        NOT NULL,
    by_id     text        NOT NULL,
    by_name   text        NOT NULL,
    at        timestamptz NOT NULL,
    reason    text        NOT NULL
);
CREATE INDEX return_act_of_return ON return_act (return_id, id);
CREATE TRIGGER return_act_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON return_act
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_entries();

CREATE TABLE return_timeline (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    number    text        NOT NULL REFERENCES return_request (number),
    at        timestamptz NOT NULL,
    what      text        NOT NULL,
    by_name   text        NOT NULL,
    detail    text        NOT NULL
);
CREATE INDEX return_timeline_of_return ON return_timeline (number, id);
