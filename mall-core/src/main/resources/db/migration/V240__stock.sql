-- The ERP's last word on a product, and the sum of the mall's active holds beside it: the row that
-- every hold locks.
CREATE TABLE stock_level (
    product_id        uuid PRIMARY KEY,
    connection        text           NOT NULL,
    as_of             timestamptz    NOT NULL,
    reports_available boolean        NOT NULL,
    on_hand           numeric(18, 3) NOT NULL,
    allocated         numeric(18, 3) NOT NULL,
    -- [{number, expiry, onHand, allocated}], first expired first
    batches           text           NOT NULL,
    held              numeric(18, 3) NOT NULL DEFAULT 0 CHECK (held >= 0),
    changed_at        timestamptz    NOT NULL
);

CREATE TABLE stock_hold (
    order_id   uuid           NOT NULL,
    product_id uuid           NOT NULL REFERENCES stock_level,
    quantity   numeric(18, 3) NOT NULL CHECK (quantity > 0),
    held_at    timestamptz    NOT NULL,
    -- ERP time since which the ERP's own figures contain the order
    erp_time   timestamptz,
    ended_at   timestamptz,
    ended_by   text CHECK (ended_by IN ('RELEASED', 'IN_ERP_FIGURES')),
    PRIMARY KEY (order_id, product_id),
    CHECK ((ended_at IS NULL) = (ended_by IS NULL))
);

CREATE INDEX stock_hold_active ON stock_hold (product_id) WHERE ended_at IS NULL;
