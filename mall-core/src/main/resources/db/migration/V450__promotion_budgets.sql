-- What rules with a limit have given: entries, and their sums for the lock that keeps the limit.
CREATE TABLE promotion_use (
    code   text PRIMARY KEY REFERENCES promotion_rule,
    amount numeric(14, 2) NOT NULL DEFAULT 0 CHECK (amount >= 0),
    orders bigint         NOT NULL DEFAULT 0 CHECK (orders >= 0)
);

CREATE TABLE promotion_use_entry (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code         text           NOT NULL REFERENCES promotion_use,
    order_number text           NOT NULL,
    company_id   uuid           NOT NULL,
    amount       numeric(14, 2) NOT NULL,
    orders       int            NOT NULL CHECK (orders BETWEEN -1 AND 1),
    key          text           NOT NULL,
    at           timestamptz    NOT NULL,
    UNIQUE (code, key)
);

CREATE INDEX promotion_use_entry_of_order ON promotion_use_entry (order_number);
CREATE INDEX promotion_use_entry_of_company ON promotion_use_entry (code, company_id)
    INCLUDE (orders);

CREATE TRIGGER promotion_use_entry_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON promotion_use_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_entries();
