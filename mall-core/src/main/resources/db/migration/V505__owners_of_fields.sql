ALTER TABLE field_owner DROP CONSTRAINT field_owner_owner_check;
ALTER TABLE field_owner ADD CONSTRAINT field_owner_owner_check
    CHECK (owner IN ('MALL', 'ERP', 'NEWEST', 'ASK'));

-- When a field was last set in the mall, where it ever was: what "the newest holds" is decided by.
CREATE TABLE field_edit (
    field     text        NOT NULL,
    subject   text        NOT NULL,
    edited_at timestamptz NOT NULL,
    PRIMARY KEY (field, subject)
);
CREATE INDEX conflict_unapplied ON field_conflict (connection, subject) WHERE state IN ('OPEN', 'DECIDED');
