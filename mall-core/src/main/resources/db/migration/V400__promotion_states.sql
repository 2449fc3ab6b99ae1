-- A rule begins as a draft; only a live one is asked. Its kind is one of ten words, kept for lists.
ALTER TABLE promotion_rule
    ADD COLUMN state text NOT NULL DEFAULT 'LIVE' CHECK (state IN ('DRAFT', 'LIVE', 'PAUSED', 'ENDED')),
    ADD COLUMN kind  text NOT NULL DEFAULT '',
    -- this version may give what the policy forbids: who agreed, and why
    ADD COLUMN exempt_version int,
    ADD COLUMN exempt_by      text NOT NULL DEFAULT '',
    ADD COLUMN exempt_reason  text NOT NULL DEFAULT '',
    ADD COLUMN exempt_at      timestamptz,
    ADD CHECK ((exempt_version IS NULL) = (exempt_at IS NULL));

UPDATE promotion_rule SET state = 'ENDED' WHERE stopped_at IS NOT NULL;
UPDATE promotion_rule r SET kind = CASE v.definition -> 'benefit' ->> 'kind'
        WHEN 'unit-off' THEN 'UNIT_OFF'
        WHEN 'same-gift' THEN 'SAME_GIFT'
        ELSE CASE v.definition -> 'benefit' -> 'goods' ->> 'kind'
                 WHEN 'products' THEN 'PRODUCT' WHEN 'categories' THEN 'CATEGORY'
                 WHEN 'tags' THEN 'TAG' ELSE 'ORDER' END
             || CASE v.definition -> 'benefit' ->> 'kind' WHEN 'gift' THEN '_GIFT' ELSE '_OFF' END
        END
FROM promotion_rule_version v WHERE v.code = r.code AND v.version = r.version;

ALTER TABLE promotion_rule
    ALTER COLUMN state DROP DEFAULT,
    ALTER COLUMN kind DROP DEFAULT,
    ADD CHECK ((state = 'ENDED') = (stopped_at IS NOT NULL));

DROP INDEX promotion_rule_live;
CREATE INDEX promotion_rule_live ON promotion_rule (code) WHERE state = 'LIVE';
CREATE INDEX promotion_rule_by_state ON promotion_rule (state, created_at DESC, code DESC);
CREATE INDEX promotion_rule_by_kind ON promotion_rule (kind, created_at DESC, code DESC);

-- Published, paused, ended, allowed by compliance: who and why.
CREATE TABLE promotion_rule_step (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code    text        NOT NULL REFERENCES promotion_rule,
    version int         NOT NULL,
    step    text        NOT NULL,
    reason  text        NOT NULL CHECK (reason <> ''),
    by_id   text        NOT NULL,
    by_name text        NOT NULL,
    at      timestamptz NOT NULL
);

CREATE INDEX promotion_rule_step_of ON promotion_rule_step (code, id DESC);

CREATE TRIGGER promotion_rule_step_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON promotion_rule_step
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_rules();
