-- What customers ordered, sent back or were charged in the ERP itself: by telephone, over the counter. Kept as
-- the ERP tells it, for the customer's history; the mall governs none of it.
CREATE TABLE offline_order (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    connection  text           NOT NULL,
    code        text           NOT NULL,
    kind        text           NOT NULL CHECK (kind IN ('ORDER', 'RETURN', 'ADJUSTMENT')),
    -- null: goods that were written up or down for nobody
    customer_id uuid           REFERENCES customer,
    ordered_at  timestamptz    NOT NULL,
    state       text           NOT NULL,
    words       text           NOT NULL,
    total       numeric(18, 2) NOT NULL,
    line_count  int            NOT NULL,
    changed_at  timestamptz    NOT NULL,
    -- of what the ERP told: the same is not written again
    digest      text           NOT NULL,
    UNIQUE (connection, code),
    CHECK (customer_id IS NOT NULL OR kind = 'ADJUSTMENT')
);

CREATE INDEX offline_order_of_customer ON offline_order (customer_id, ordered_at DESC, id DESC);

CREATE TABLE offline_order_line (
    order_id   bigint         NOT NULL REFERENCES offline_order ON DELETE CASCADE,
    position   int            NOT NULL,
    -- null: postage and the like, or a product the mall has not
    product_id uuid,
    code       text           NOT NULL,
    name       text           NOT NULL,
    quantity   numeric(18, 3) NOT NULL,
    price      numeric(18, 6) NOT NULL,
    amount     numeric(18, 2) NOT NULL,
    PRIMARY KEY (order_id, position)
);
