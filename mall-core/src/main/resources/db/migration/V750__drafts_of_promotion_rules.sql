-- The next version of a published rule waits as its draft, at most one of them, while orders go on by the version in
-- force. Whatever is saved is a version that never changes: the draft is the latest one.
ALTER TABLE promotion_rule
    ADD COLUMN draft int CHECK (draft > version),
    ADD CHECK (draft IS NULL OR state IN ('LIVE', 'PAUSED')),
    ADD FOREIGN KEY (code, draft) REFERENCES promotion_rule_version (code, version);

CREATE INDEX promotion_rule_drafted ON promotion_rule (created_at DESC, code DESC)
    WHERE state = 'DRAFT' OR draft IS NOT NULL;

-- When a version became what the rule says; null for a draft, and for what was thrown away or saved anew before it was
-- published. Set once. So far every version was in force as soon as it was saved.
DROP TRIGGER promotion_rule_version_append_only ON promotion_rule_version;
ALTER TABLE promotion_rule_version ADD COLUMN since timestamptz;
UPDATE promotion_rule_version SET since = at;

CREATE FUNCTION refuse_change_of_promotion_versions() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.since IS NULL AND NEW.since IS NOT NULL
        AND (NEW.code, NEW.version, NEW.name, NEW.definition, NEW.reason, NEW.by_id, NEW.by_name, NEW.at)
          = (OLD.code, OLD.version, OLD.name, OLD.definition, OLD.reason, OLD.by_id, OLD.by_name, OLD.at) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'Versions of promotion rules come into force once, and are never changed or deleted';
END
$$;

CREATE TRIGGER promotion_rule_version_append_only BEFORE UPDATE OR DELETE ON promotion_rule_version
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_promotion_versions();
CREATE TRIGGER promotion_rule_version_kept BEFORE TRUNCATE ON promotion_rule_version
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_promotion_versions();

-- What compliance allowed is about a version, and a rule has two that may be allowed: the steps know it of each.
CREATE UNIQUE INDEX promotion_rule_step_exempt ON promotion_rule_step (code, version) WHERE step = 'EXEMPTED';
ALTER TABLE promotion_rule
    DROP COLUMN exempt_version,
    DROP COLUMN exempt_by,
    DROP COLUMN exempt_reason,
    DROP COLUMN exempt_at;
