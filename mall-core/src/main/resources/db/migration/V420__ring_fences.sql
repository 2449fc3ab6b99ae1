-- Stock that is set aside for a purpose: no part of what is sellable. What an order takes of it
-- becomes a hold; the sum of all that stand is beside the sum of the holds.
CREATE TABLE stock_fence (
    id         uuid PRIMARY KEY,
    product_id uuid           NOT NULL REFERENCES stock_level,
    -- what is left of it
    quantity   numeric(18, 3) NOT NULL CHECK (quantity >= 0),
    made_at    timestamptz    NOT NULL,
    ended_at   timestamptz,
    CHECK (ended_at IS NULL OR quantity = 0)
);

ALTER TABLE stock_level ADD COLUMN fenced numeric(18, 3) NOT NULL DEFAULT 0 CHECK (fenced >= 0);

-- Which part of a hold came out of which fence: there it goes back, while the fence stands.
ALTER TABLE stock_hold
    ADD COLUMN fence  uuid REFERENCES stock_fence,
    ADD COLUMN fenced numeric(18, 3) NOT NULL DEFAULT 0,
    ADD CONSTRAINT fenced_part CHECK (fenced BETWEEN 0 AND quantity),
    ADD CONSTRAINT fenced_part_of_a_fence CHECK (fence IS NOT NULL OR fenced = 0);
