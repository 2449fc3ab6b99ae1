-- Photos of goods that are to go back, first of the form, then of the return it became.
CREATE TABLE return_photo (
    id               uuid        PRIMARY KEY,
    -- in which they were attached
    sequence         bigint      GENERATED ALWAYS AS IDENTITY,
    customer_id      uuid        NOT NULL,
    -- idempotency key that the form will be submitted with
    form_key         text        NOT NULL,
    -- null until then
    return_id        uuid        REFERENCES return_request,
    name             text        NOT NULL,
    media_type       text        NOT NULL CHECK (media_type IN ('image/jpeg', 'image/png')),
    sha256           text        NOT NULL,
    attached_by_id   text        NOT NULL,
    attached_by_name text        NOT NULL,
    attached_at      timestamptz NOT NULL,
    UNIQUE (customer_id, form_key, sha256)
);
CREATE INDEX return_photo_of_return ON return_photo (return_id) WHERE return_id IS NOT NULL;
CREATE INDEX return_photo_unsent ON return_photo (customer_id, attached_at) WHERE return_id IS NULL;

-- Apart, so that lists of photos never read their bytes.
CREATE TABLE return_photo_content (
    photo   uuid  PRIMARY KEY REFERENCES return_photo ON DELETE CASCADE,
    content bytea NOT NULL
);
