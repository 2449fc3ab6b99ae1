-- The audit log: a chain of keyed hashes, appended to and never changed.
CREATE TABLE audit_entry (
    sequence     bigint      PRIMARY KEY,
    at           timestamptz NOT NULL,
    actor_kind   text        NOT NULL,
    actor_id     text        NOT NULL,
    actor_name   text        NOT NULL,
    action       text        NOT NULL,
    subject_type text        NOT NULL,
    subject      text        NOT NULL,
    reason       text        NOT NULL,
    details      json        NOT NULL, -- json, not jsonb: kept to the letter, since it is hashed
    hash         text        NOT NULL
);
CREATE INDEX audit_entry_by_subject ON audit_entry (subject_type, subject, sequence DESC);
CREATE INDEX audit_entry_by_actor ON audit_entry (actor_id, sequence DESC);
CREATE INDEX audit_entry_by_action ON audit_entry (action, sequence DESC);

-- The last link, signed: a cut tail leaves entries that no longer reach it. Its row lock also puts
-- appends of concurrent transactions in line.
CREATE TABLE audit_head (
    only_one  boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    sequence  bigint  NOT NULL,
    hash      text    NOT NULL,
    signature text    NOT NULL
);
INSERT INTO audit_head (sequence, hash, signature) VALUES (0, '', '');

CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The audit log is append-only: % of % is refused', TG_OP, TG_TABLE_NAME;
END $$;

CREATE TRIGGER audit_entry_is_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
CREATE TRIGGER audit_head_stays
    BEFORE DELETE OR TRUNCATE ON audit_head
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();

CREATE FUNCTION refuse_audit_head_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.sequence <= OLD.sequence THEN
        RAISE EXCEPTION 'The head of the audit log only moves on';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER audit_head_moves_on
    BEFORE UPDATE ON audit_head
    FOR EACH ROW EXECUTE FUNCTION refuse_audit_head_back();
