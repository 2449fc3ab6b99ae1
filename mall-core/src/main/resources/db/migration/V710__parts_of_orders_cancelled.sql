-- What an entry of an order's changes was; null for those before: told by who made them.
ALTER TABLE order_change ADD COLUMN what text;

-- Numbers under which ERPs had an order once, rejected or void there: none of them is the order any
-- more, whatever is still reported of it.
CREATE TABLE order_erp_left (
    order_number text NOT NULL REFERENCES sales_order (number),
    erp_number   text NOT NULL,
    PRIMARY KEY (order_number, erp_number)
);

-- A part of an approved order is to be cancelled, or was, with the statement that was shown.
CREATE TABLE order_part (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    order_number text           NOT NULL REFERENCES sales_order (number),
    -- of the order that was seen
    revision     integer        NOT NULL CHECK (revision >= 0),
    reason       text           NOT NULL CHECK (reason <> ''),
    by_kind      text           NOT NULL,
    by_id        text           NOT NULL,
    by_name      text           NOT NULL,
    at           timestamptz    NOT NULL,
    -- digest of the statement
    seen         text           NOT NULL,
    total_before numeric(18, 2) NOT NULL,
    total_after  numeric(18, 2) NOT NULL,
    -- of what goes back to a prepaid account; null for other payments
    principal    numeric(18, 2),
    bonus        numeric(18, 2),
    points       bigint         NOT NULL CHECK (points >= 0),
    -- what follows besides, in pairs
    kinds        text[]         NOT NULL,
    details      text[]         NOT NULL,
    state        text           NOT NULL
        CHECK (state IN ('REQUESTED', 'DONE', 'TOO_LATE', 'OUTDATED', 'OVERTAKEN')),
    settled_at   timestamptz,
    -- of the ERP, when it was too late
    words        text           NOT NULL DEFAULT '',
    CHECK (total_after BETWEEN 0 AND total_before),
    CHECK ((principal IS NULL) = (bonus IS NULL)),
    CHECK (cardinality(kinds) = cardinality(details)),
    CHECK ((state = 'REQUESTED') = (settled_at IS NULL))
);

-- One at a time.
CREATE UNIQUE INDEX order_part_requested ON order_part (order_number) WHERE state = 'REQUESTED';
CREATE INDEX order_part_of_order ON order_part (order_number);

CREATE TABLE order_part_line (
    part_id         bigint         NOT NULL REFERENCES order_part,
    number          integer        NOT NULL CHECK (number > 0),
    product_id      uuid           NOT NULL,
    code            text           NOT NULL,
    name            text           NOT NULL,
    unit            text           NOT NULL,
    gift            boolean        NOT NULL,
    quantity_before numeric(18, 3) NOT NULL,
    quantity_after  numeric(18, 3) NOT NULL CHECK (quantity_after BETWEEN 0 AND quantity_before),
    discount_before numeric(18, 2) NOT NULL,
    discount_after  numeric(18, 2) NOT NULL,
    amount_before   numeric(18, 2) NOT NULL,
    amount_after    numeric(18, 2) NOT NULL,
    PRIMARY KEY (part_id, number)
);
