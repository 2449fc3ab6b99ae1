-- Whoever changed an order did not approve it. Added to whatever the view says so far, which stays
-- as it is.
DO $$
BEGIN
    EXECUTE 'CREATE OR REPLACE VIEW four_eyes_part AS '
        || rtrim(pg_get_viewdef('four_eyes_part'::regclass), ';')
        || $parts$
UNION ALL
SELECT 'order', c.order_number, 'changed', false, 'STAFF', lower(c.by_id), c.at
FROM order_change c
$parts$;
END
$$;

-- A decision that was withdrawn with a change decides no more, whoever stood in for whom; that he
-- was allowed to stand in is proven all the same.
ALTER TABLE stand_in ADD COLUMN withdrawn_at timestamptz;

CREATE OR REPLACE VIEW four_eyes_stand_in AS
SELECT s.subject_type, s.subject, s.part, s.person, s.principal, s.at,
       EXISTS (SELECT FROM delegation d
               JOIN account p ON p.id = d.principal JOIN account x ON x.id = d.delegate
               WHERE d.id = s.delegation
                   AND p.login_key = s.principal AND x.login_key = s.person
                   AND d.starts_at <= s.at AND s.at < d.ends_at
                   AND (d.revoked_at IS NULL OR s.at < d.revoked_at)) AS given,
       s.withdrawn_at IS NOT NULL AS withdrawn
FROM stand_in s
WHERE s.agreed OR (s.subject_type = 'return' AND s.part <> 'REFUND_DECIDED');

CREATE OR REPLACE VIEW four_eyes_person AS
SELECT subject_type, subject, part, decides, person_kind, person, at FROM four_eyes_part
UNION
SELECT subject_type, subject, part, true, 'STAFF', principal, at FROM four_eyes_stand_in
WHERE (subject_type <> 'application' OR part IN ('approve', 'second-approve'))
    AND NOT withdrawn;
