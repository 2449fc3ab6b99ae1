-- What is never given for nothing, and what such goods keep of their price: one row for each change that somebody
-- proposed. What was agreed to has a version; the highest one is in force. Rows change once: when they are decided.
CREATE SEQUENCE gift_policy_number START 2;

CREATE TABLE gift_policy (
    number         text PRIMARY KEY,
    -- the version it was to follow
    base           int         NOT NULL CHECK (base >= 0),
    version        int UNIQUE CHECK (version = base + 1),
    state          text        NOT NULL CHECK (state IN ('WAITING', 'AGREED', 'REFUSED', 'WITHDRAWN')),
    -- narcotics and psychotropics of the first class are in it whatever the house thinks: the law
    never          text[]      NOT NULL CHECK (never @> ARRAY['PSYCHOTROPIC_I', 'NARCOTIC']),
    least_percent  int         NOT NULL CHECK (least_percent BETWEEN 1 AND 100),
    reason         text        NOT NULL CHECK (reason <> ''),
    proposed_by_id text        NOT NULL,
    proposed_by    text        NOT NULL,
    proposed_at    timestamptz NOT NULL,
    decided_by_id  text,
    decided_by     text        NOT NULL DEFAULT '',
    decision       text        NOT NULL DEFAULT '',
    decided_at     timestamptz,
    CHECK ((state = 'AGREED') = (version IS NOT NULL)),
    CHECK ((state = 'WAITING') = (decided_at IS NULL)),
    CHECK ((state = 'WAITING') = (decided_by_id IS NULL)),
    -- four eyes; the first version was code, which releases agreed to
    CHECK (state <> 'AGREED' OR version = 1 OR lower(decided_by_id) <> lower(proposed_by_id))
);

-- One at a time: what is agreed to is what was compared with the policy in force.
CREATE UNIQUE INDEX gift_policy_waiting ON gift_policy ((true)) WHERE state = 'WAITING';

INSERT INTO gift_policy (number, base, version, state, never, least_percent, reason, proposed_by_id, proposed_by,
    proposed_at, decided_by_id, decided_by, decision, decided_at)
VALUES ('GP000001', 0, 1, 'AGREED', ARRAY['PRESCRIPTION', 'OTC_A', 'BIOLOGICAL', 'VACCINE', 'ANABOLIC_PEPTIDE',
    'INSULIN', 'CONTROLLED_COMPOUND', 'PSYCHOTROPIC_II', 'PSYCHOTROPIC_I', 'NARCOTIC'], 10,
    '初始规定：处方药、甲类非处方药及含特殊成分的商品不得赠送，至少保留原价的 10%', 'gift-policy', 'gift-policy',
    now(), 'gift-policy', 'gift-policy', '', now());

CREATE FUNCTION refuse_change_of_gift_policy() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.state = 'WAITING' AND NEW.state <> 'WAITING'
        AND (NEW.number, NEW.base, NEW.never, NEW.least_percent, NEW.reason, NEW.proposed_by_id, NEW.proposed_by,
             NEW.proposed_at)
          = (OLD.number, OLD.base, OLD.never, OLD.least_percent, OLD.reason, OLD.proposed_by_id, OLD.proposed_by,
             OLD.proposed_at) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'A change of the gift policy is decided once, and never changed or deleted';
END
$$;

CREATE TRIGGER gift_policy_decided_once BEFORE UPDATE OR DELETE ON gift_policy
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_gift_policy();
CREATE TRIGGER gift_policy_kept BEFORE TRUNCATE ON gift_policy
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_gift_policy();

-- An order is reckoned again by the policy it was made under. So far there was one, which was code.
ALTER TABLE sales_order_benefit ADD COLUMN policy int NOT NULL DEFAULT 1;

-- All versions of rules that compliance let give what the policy forbids, newest first.
CREATE INDEX promotion_rule_step_exempted ON promotion_rule_step (id DESC) WHERE step = 'EXEMPTED';

-- Both join the proof of four eyes. Added to whatever the view says so far, which stays as it is.
DO $$
BEGIN
    EXECUTE 'CREATE OR REPLACE VIEW four_eyes_part AS '
        || rtrim(pg_get_viewdef('four_eyes_part'::regclass), ';')
        || $parts$
UNION ALL
SELECT 'gift-policy', p.number, 'propose', false, 'STAFF', lower(p.proposed_by_id), p.proposed_at
FROM gift_policy p WHERE p.base > 0
UNION ALL
SELECT 'gift-policy', p.number, 'agree', true, 'STAFF', lower(p.decided_by_id), p.decided_at
FROM gift_policy p WHERE p.base > 0 AND p.state = 'AGREED'
UNION ALL
SELECT 'promotion-rule', s.code || '/' || s.version, 'write', false, 'STAFF', lower(v.by_id), v.at
FROM promotion_rule_step s
JOIN promotion_rule_version v ON v.code = s.code AND v.version <= s.version
WHERE s.step = 'EXEMPTED'
UNION ALL
SELECT 'promotion-rule', s.code || '/' || s.version, 'exempt', true, 'STAFF', lower(s.by_id), s.at
FROM promotion_rule_step s WHERE s.step = 'EXEMPTED'
$parts$;
END
$$;
