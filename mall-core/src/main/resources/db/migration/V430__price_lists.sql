-- Price lists that hold as a whole: a version is written as a draft, published with all its rows, and never
-- changed after that. Of several that hold for a customer and a product the one of the closer source, then of the
-- longer region, then the one that began last, then the one published last counts, with all its quantity breaks.
CREATE SEQUENCE price_list_number;

CREATE TABLE price_list (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    number      text        NOT NULL,
    version     int         NOT NULL CHECK (version > 0),
    name        text        NOT NULL CHECK (name <> ''),
    source      text        NOT NULL CHECK (source IN ('AGREEMENT', 'LEVEL', 'REGION', 'SPECIAL')),
    -- customer id, level code, beginning of a region code; empty for a special price
    owner       text        NOT NULL CHECK ((owner = '') = (source = 'SPECIAL')),
    owner_label text        NOT NULL,
    -- Asia/Shanghai days, both included; null = open
    valid_from  date,
    valid_until date,
    state       text        NOT NULL CHECK (state IN ('DRAFT', 'PUBLISHED', 'WITHDRAWN')),
    row_count   int         NOT NULL DEFAULT 0,
    -- rises with every change of the draft
    edit        int         NOT NULL DEFAULT 0,
    changed_by  text        NOT NULL,
    changed_at  timestamptz NOT NULL,
    published_at timestamptz,
    UNIQUE (number, version),
    CHECK (valid_from <= valid_until),
    CHECK (source <> 'SPECIAL' OR valid_from IS NOT NULL AND valid_until IS NOT NULL),
    CHECK (state <> 'PUBLISHED' OR published_at IS NOT NULL)
);

CREATE UNIQUE INDEX price_list_one_draft ON price_list (number) WHERE state = 'DRAFT';
-- What every price asks.
CREATE INDEX price_list_of_owner ON price_list (source, owner) WHERE state = 'PUBLISHED';
CREATE INDEX price_list_by_state ON price_list (state, id DESC);
CREATE INDEX price_list_by_start ON price_list (valid_from, id);
CREATE INDEX price_list_by_end ON price_list (valid_until, id);
CREATE INDEX price_list_search ON price_list
    USING gin (lower(number || ' ' || name || ' ' || owner_label) gin_trgm_ops);

CREATE TABLE price_list_row (
    list_id       bigint         NOT NULL REFERENCES price_list,
    product_id    uuid           NOT NULL,
    from_quantity numeric(18, 3) NOT NULL CHECK (from_quantity > 0),
    price         numeric(18, 6) NOT NULL CHECK (price >= 0),
    PRIMARY KEY (list_id, product_id, from_quantity)
);

CREATE INDEX price_list_row_of_product ON price_list_row (product_id, list_id);

-- Published, replaced, withdrawn: who and why.
CREATE TABLE price_list_step (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    number  text        NOT NULL,
    version int         NOT NULL,
    step    text        NOT NULL CHECK (step IN ('PUBLISHED', 'REPLACED', 'WITHDRAWN')),
    reason  text        NOT NULL CHECK (reason <> ''),
    by_id   text        NOT NULL,
    by_name text        NOT NULL,
    at      timestamptz NOT NULL
);

CREATE INDEX price_list_step_of ON price_list_step (number, id DESC);

CREATE FUNCTION refuse_change_of_price_steps() RETURNS trigger LANGUAGE plpgsql AS
$$BEGIN RAISE EXCEPTION 'Steps of price lists are append-only'; END$$;

CREATE TRIGGER price_list_step_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON price_list_step
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_price_steps();

-- A file with bad rows waits here, as it was typed, until somebody takes the good ones or gives it up.
CREATE TABLE price_list_import (
    list_id  bigint PRIMARY KEY REFERENCES price_list,
    file     text        NOT NULL,
    -- the file is the whole list, rather than an addition
    replaces boolean     NOT NULL,
    by_name  text        NOT NULL,
    at       timestamptz NOT NULL
);

CREATE TABLE price_list_import_row (
    list_id    bigint NOT NULL REFERENCES price_list_import ON DELETE CASCADE,
    row_number int    NOT NULL,
    code       text   NOT NULL,
    from_typed text   NOT NULL,
    price_typed text  NOT NULL,
    PRIMARY KEY (list_id, row_number)
);
