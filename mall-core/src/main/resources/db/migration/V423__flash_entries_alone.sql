-- What a company has of an occurrence is the sum of its entries: kept in a row of its own as well
-- it cost every order of a hot product one row more, while all others waited.
ALTER TABLE flash_entry RENAME TO flash_entry_before;

CREATE TABLE flash_entry (
    order_id    uuid           NOT NULL,
    -- an entry is made of the locked row of its occurrence, and none of those goes: a foreign key
    -- would look there once more for each order
    occurrence  uuid           NOT NULL,
    -- 'take', or why something was given back: each once
    what        text           NOT NULL,
    customer_id uuid           NOT NULL,
    -- taken; below 0: given back
    quantity    numeric(18, 3) NOT NULL CHECK (quantity <> 0),
    at          timestamptz    NOT NULL,
    CONSTRAINT flash_entry_once PRIMARY KEY (order_id, occurrence, what)
);

INSERT INTO flash_entry (order_id, occurrence, what, customer_id, quantity, at)
SELECT order_id, occurrence, split_part(key, '/', 1), customer_id, quantity, at
FROM flash_entry_before;

DROP TABLE flash_entry_before;
DROP TABLE flash_share;

CREATE INDEX flash_entry_of_company ON flash_entry (occurrence, customer_id)
    INCLUDE (quantity);

CREATE TRIGGER flash_entry_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON flash_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_entries();

CREATE TRIGGER flash_occurrence_stays
    BEFORE DELETE OR TRUNCATE ON flash_occurrence
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_entries();

-- That took of the quota; by it the entry knows that it did.
ALTER TABLE flash_occurrence ADD COLUMN latest_order uuid;
