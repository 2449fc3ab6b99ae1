-- Who sold to a company from when on, the present one last. A row is never changed; nobody sells to
-- it from a row without a name on.
CREATE TABLE customer_salesperson (
    customer    uuid        NOT NULL REFERENCES customer,
    position    int         NOT NULL,
    salesperson text,
    since       timestamptz NOT NULL,
    kind        text        NOT NULL,
    actor_id    text        NOT NULL,
    name        text        NOT NULL,
    reason      text        NOT NULL,
    PRIMARY KEY (customer, position)
);
INSERT INTO customer_salesperson
SELECT id, 0, salesperson, created_at, 'SYSTEM', 'registration', 'registration', ''
FROM customer WHERE salesperson IS NOT NULL;

CREATE INDEX customer_without_salesperson ON customer (number)
    WHERE salesperson IS NULL AND state IN ('ACTIVE', 'LOCKED');

-- Whom a company of a region gets that nobody brought: the newest row of a prefix counts, the longest
-- prefix wins, the empty one is everywhere else. A row without a name ends its prefix.
CREATE TABLE sales_region (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    prefix      text        NOT NULL CHECK (prefix ~ '^([0-9]{2}|[0-9]{4}|[0-9]{6})?$'),
    salesperson text CHECK (salesperson <> ''),
    reason      text        NOT NULL CHECK (reason <> ''),
    by_id       text        NOT NULL,
    by_name     text        NOT NULL,
    at          timestamptz NOT NULL
);
CREATE INDEX sales_region_newest ON sales_region (prefix, id DESC);
