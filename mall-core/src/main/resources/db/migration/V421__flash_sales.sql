CREATE SEQUENCE flash_sale_number MINVALUE 1;

-- One product at a price, for a while. What it says is changed only while it is not live.
CREATE TABLE flash_sale (
    code         text PRIMARY KEY,
    version      int            NOT NULL CHECK (version > 0),
    state        text           NOT NULL CHECK (state IN ('DRAFT', 'LIVE', 'PAUSED', 'ENDED')),
    product_id   uuid           NOT NULL,
    name         text           NOT NULL CHECK (name <> ''),
    price        numeric(18, 6) NOT NULL CHECK (price > 0),
    -- of each occurrence, in the base unit
    quota        numeric(18, 3) NOT NULL CHECK (quota > 0),
    -- for one company in one occurrence; null: the quota
    most         numeric(18, 3) CHECK (most > 0 AND most <= quota),
    begins_at    timestamptz    NOT NULL,
    ends_at      timestamptz    NOT NULL,
    -- [{day, from, until}]; none: one occurrence from the begin to the end
    slots        jsonb          NOT NULL,
    -- so long before an occurrence its quota is set aside
    ahead_hours  int            NOT NULL CHECK (ahead_hours BETWEEN 0 AND 168),
    created_at   timestamptz    NOT NULL,
    -- of a live one: the occurrence that runs, or the next
    opens_at     timestamptz,
    closes_at    timestamptz,
    occurrence   uuid,
    CHECK (begins_at < ends_at),
    CHECK ((opens_at IS NULL) = (closes_at IS NULL)),
    CHECK (occurrence IS NULL OR opens_at IS NOT NULL)
);

CREATE INDEX flash_sale_newest ON flash_sale (created_at DESC, code DESC);
CREATE INDEX flash_sale_by_state ON flash_sale (state, created_at DESC, code DESC);
CREATE INDEX flash_sale_shown ON flash_sale (opens_at, code) WHERE state = 'LIVE';
CREATE INDEX flash_sale_of_product ON flash_sale (product_id) WHERE state = 'LIVE';

-- One time that a sale runs; its quota is set aside while it is not closed.
CREATE TABLE flash_occurrence (
    id         uuid PRIMARY KEY,
    sale       text           NOT NULL REFERENCES flash_sale,
    product_id uuid           NOT NULL,
    price      numeric(18, 6) NOT NULL,
    most       numeric(18, 3),
    opens_at   timestamptz    NOT NULL,
    closes_at  timestamptz    NOT NULL,
    quota      numeric(18, 3) NOT NULL CHECK (quota > 0),
    -- how much of the quota there was stock for
    backed     numeric(18, 3) NOT NULL CHECK (backed >= 0 AND backed <= quota),
    -- the sum of its entries
    taken      numeric(18, 3) NOT NULL DEFAULT 0 CHECK (taken >= 0 AND taken <= backed),
    closed_at  timestamptz,
    UNIQUE (sale, opens_at)
);

CREATE INDEX flash_occurrence_open ON flash_occurrence (product_id) WHERE closed_at IS NULL;

ALTER TABLE flash_sale ADD FOREIGN KEY (occurrence) REFERENCES flash_occurrence;

-- How much of an occurrence one company has taken.
CREATE TABLE flash_share (
    occurrence  uuid           NOT NULL REFERENCES flash_occurrence,
    customer_id uuid           NOT NULL,
    taken       numeric(18, 3) NOT NULL CHECK (taken >= 0),
    PRIMARY KEY (occurrence, customer_id)
);

-- What orders took, and what they gave back (below 0).
CREATE TABLE flash_entry (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- order, occurrence and what happened: nothing is written twice
    key         text           NOT NULL UNIQUE,
    occurrence  uuid           NOT NULL REFERENCES flash_occurrence,
    order_id    uuid           NOT NULL,
    customer_id uuid           NOT NULL,
    quantity    numeric(18, 3) NOT NULL CHECK (quantity <> 0),
    at          timestamptz    NOT NULL
);

CREATE INDEX flash_entry_of_order ON flash_entry (order_id);
CREATE INDEX flash_entry_of_occurrence ON flash_entry (occurrence, customer_id);

CREATE TRIGGER flash_entry_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON flash_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_entries();

-- Written, published, paused, ended: who and why.
CREATE TABLE flash_step (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    sale    text        NOT NULL REFERENCES flash_sale,
    version int         NOT NULL,
    step    text        NOT NULL,
    reason  text        NOT NULL CHECK (reason <> ''),
    by_id   text        NOT NULL,
    by_name text        NOT NULL,
    at      timestamptz NOT NULL
);

CREATE INDEX flash_step_of ON flash_step (sale, id DESC);

CREATE TRIGGER flash_step_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON flash_step
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_rules();
