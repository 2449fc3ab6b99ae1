CREATE TABLE base_price (
    product_id uuid PRIMARY KEY,
    price      numeric(18, 6) NOT NULL CHECK (price >= 0),
    connection text           NOT NULL,
    changed_at timestamptz    NOT NULL
);

CREATE TABLE floor_price (
    product_id uuid PRIMARY KEY,
    price      numeric(18, 6) NOT NULL CHECK (price >= 0),
    set_by     text           NOT NULL,
    set_at     timestamptz    NOT NULL
);

-- Prices besides the base list. owner: customer id, level code or region code.
CREATE TABLE listed_price (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    source        text           NOT NULL CHECK (source IN ('AGREEMENT', 'LEVEL', 'REGION')),
    owner         text           NOT NULL,
    product_id    uuid           NOT NULL,
    from_quantity numeric(18, 3) NOT NULL CHECK (from_quantity > 0),
    price         numeric(18, 6) NOT NULL CHECK (price >= 0),
    -- Asia/Shanghai days, both included; null = open
    valid_from    date,
    valid_until   date,
    set_by        text           NOT NULL,
    set_at        timestamptz    NOT NULL,
    CHECK (valid_from <= valid_until),
    UNIQUE NULLS NOT DISTINCT (product_id, source, owner, from_quantity, valid_from)
);

CREATE INDEX listed_price_of_owner ON listed_price (source, owner, product_id);
