-- Products. A trusted extension since PostgreSQL 13: the owner of the database may create it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TABLE product (
    id              uuid PRIMARY KEY,
    code            text           NOT NULL UNIQUE,
    connection      text           NOT NULL,
    name            text           NOT NULL,
    dosage_form     text           NOT NULL,
    strength        text           NOT NULL,
    maker           text           NOT NULL,
    holder          text           NOT NULL,
    approval_number text           NOT NULL,
    drug_codes      text[]         NOT NULL,
    category        text,
    -- ERP or DESK: a category that a person has set is never overwritten by the ERP
    category_from   text CHECK ((category IS NULL) = (category_from IS NULL)),
    unit            text           NOT NULL,
    vat_rate        numeric(4, 3)  NOT NULL CHECK (vat_rate IN (0.13, 0.09, 0.03, 0)),
    order_step      numeric(18, 3) NOT NULL DEFAULT 1 CHECK (order_step > 0),
    minimum         numeric(18, 3) NOT NULL DEFAULT 1 CHECK (minimum > 0),
    cold_chain      boolean        NOT NULL DEFAULT false,
    active          boolean        NOT NULL,
    findings        text           NOT NULL,
    -- digest of the record as the ERP sent it: an unchanged record costs no write
    source_digest   text           NOT NULL,
    search_text     text           NOT NULL,
    updated_at      timestamptz    NOT NULL
);

CREATE INDEX product_search ON product USING gin (search_text gin_trgm_ops);
CREATE INDEX product_drug_codes ON product USING gin (drug_codes);
CREATE INDEX product_by_name ON product (name, id);
CREATE INDEX product_by_category ON product (category, name, id);
CREATE INDEX product_uncategorised ON product (name, id) WHERE category IS NULL;
