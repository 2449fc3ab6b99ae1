CREATE FUNCTION refuse_change_of_rules() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    RAISE EXCEPTION 'Rows of % are never changed or deleted: what replaces them is added', TG_TABLE_NAME;
END
$$;

-- A promotion rule through all its versions.
CREATE TABLE promotion_rule (
    code        text PRIMARY KEY,
    version     int         NOT NULL CHECK (version > 0),
    created_at  timestamptz NOT NULL,
    stopped_at  timestamptz,
    stopped_by  text,
    stop_reason text        NOT NULL DEFAULT '',
    CHECK ((stopped_at IS NULL) = (stopped_by IS NULL))
);

CREATE SEQUENCE promotion_rule_number MINVALUE 1;
CREATE INDEX promotion_rule_newest ON promotion_rule (created_at DESC, code DESC);
CREATE INDEX promotion_rule_live ON promotion_rule (code) WHERE stopped_at IS NULL;

-- What the rule says: never changed, so that an order can be worked out again as it was.
CREATE TABLE promotion_rule_version (
    code       text        NOT NULL REFERENCES promotion_rule,
    version    int         NOT NULL,
    name       text        NOT NULL CHECK (name <> ''),
    -- conditions, benefit and stacking
    definition jsonb       NOT NULL,
    reason     text        NOT NULL CHECK (reason <> ''),
    by_id      text        NOT NULL,
    by_name    text        NOT NULL,
    at         timestamptz NOT NULL,
    PRIMARY KEY (code, version)
);

CREATE TRIGGER promotion_rule_version_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON promotion_rule_version
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_rules();

-- Counts every change of any rule; who keeps rules in memory compares it.
CREATE TABLE promotion_revision (
    one      boolean PRIMARY KEY DEFAULT true CHECK (one),
    revision bigint NOT NULL
);
INSERT INTO promotion_revision (revision) VALUES (0);
