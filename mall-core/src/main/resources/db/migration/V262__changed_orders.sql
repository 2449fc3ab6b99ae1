-- An order that waits for approval may be changed by the desk. Its revision counts the changes: who
-- acts on an older one is told so.
ALTER TABLE sales_order ADD COLUMN revision integer NOT NULL DEFAULT 0 CHECK (revision >= 0);

-- Which group a reason asks: an order is agreed to when all of them have said yes.
ALTER TABLE sales_order_stop ADD COLUMN approver text NOT NULL DEFAULT '';
UPDATE sales_order_stop SET approver = CASE
    WHEN kind IN ('credit-limit', 'overdue') THEN 'finance'
    WHEN kind IN ('below-floor', 'large-amount') THEN 'sales'
    WHEN kind IN ('licence-invalid', 'controlled-goods') THEN 'compliance'
    ELSE '' END;
ALTER TABLE sales_order_stop ALTER COLUMN approver DROP DEFAULT;

-- Written once per change: what the order was before and after, and what was withdrawn with it.
CREATE SEQUENCE order_change_seq INCREMENT 50;
CREATE TABLE order_change (
    id           bigint PRIMARY KEY,
    order_number text           NOT NULL REFERENCES sales_order (number),
    revision     integer        NOT NULL CHECK (revision > 0),
    at           timestamptz    NOT NULL,
    by_id        text           NOT NULL,
    by_name      text           NOT NULL,
    reason       text           NOT NULL CHECK (reason <> ''),
    total_before numeric(18, 2) NOT NULL,
    total_after  numeric(18, 2) NOT NULL,
    UNIQUE (order_number, revision)
);

CREATE TABLE order_change_line (
    change_id       bigint         NOT NULL REFERENCES order_change,
    position        integer        NOT NULL,
    product_id      uuid           NOT NULL,
    code            text           NOT NULL,
    name            text           NOT NULL,
    unit            text           NOT NULL,
    quantity_before numeric(18, 3) NOT NULL,
    price_before    numeric(18, 6) NOT NULL,
    amount_before   numeric(18, 2) NOT NULL,
    -- null: the line was taken out
    quantity_after  numeric(18, 3),
    price_after     numeric(18, 6),
    amount_after    numeric(18, 2),
    PRIMARY KEY (change_id, position),
    CHECK ((quantity_after IS NULL) = (price_after IS NULL)
        AND (quantity_after IS NULL) = (amount_after IS NULL))
);

CREATE TABLE order_withdrawn_stop (
    change_id bigint  NOT NULL REFERENCES order_change,
    position  integer NOT NULL,
    approver  text    NOT NULL,
    kind      text    NOT NULL,
    detail    text    NOT NULL,
    PRIMARY KEY (change_id, position)
);

CREATE TABLE order_withdrawn_approval (
    change_id   bigint      NOT NULL REFERENCES order_change,
    position    integer     NOT NULL,
    kind        text        NOT NULL,
    approved    boolean     NOT NULL,
    by_id       text        NOT NULL,
    by_name     text        NOT NULL,
    approved_at timestamptz NOT NULL,
    reason      text        NOT NULL,
    PRIMARY KEY (change_id, position)
);
