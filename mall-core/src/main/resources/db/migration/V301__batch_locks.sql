-- Batches that must not be sold again. A lock stays when its recall is closed: it is opened by an
-- act of its own.
CREATE TABLE batch_lock (
    product_id  uuid        NOT NULL REFERENCES product,
    batch       text        NOT NULL,
    reason      text        NOT NULL,
    locked_by   text        NOT NULL,
    locked_at   timestamptz NOT NULL,
    unlocked_by text,
    unlocked_at timestamptz,
    PRIMARY KEY (product_id, batch, locked_at),
    CHECK ((unlocked_by IS NULL) = (unlocked_at IS NULL))
);
CREATE UNIQUE INDEX batch_lock_live ON batch_lock (product_id, batch) WHERE unlocked_at IS NULL;
