-- Who said that a payee is not linked to the buyer after all: no approver of that payout.
ALTER TABLE commission_statement_line ADD COLUMN cleared_by text;

-- Added to whatever the view says so far, which stays as it is.
DO $$
BEGIN
    EXECUTE 'CREATE OR REPLACE VIEW four_eyes_part AS '
        || rtrim(pg_get_viewdef('four_eyes_part'::regclass), ';')
        || $parts$
UNION ALL
SELECT DISTINCT 'payout', l.statement, 'CLEARED_LINK', false, 'STAFF', lower(l.cleared_by),
       s.computed_at
FROM commission_statement_line l JOIN commission_statement s ON s.number = l.statement
WHERE l.cleared_by IS NOT NULL
$parts$;
END
$$;

-- A second person who had to approve and has not: told apart by what the core kept, not by what the
-- process says.
CREATE VIEW four_eyes_missing AS
SELECT 'application' AS subject_type, a.number AS subject, d.step AS part,
       lower(d.actor_id) AS person, d.at
FROM application a
JOIN application_decision d
    ON d.application = a.id AND d.round = a.round AND d.step = 'activate'
WHERE a.second_needed
    AND NOT EXISTS (SELECT FROM application_decision s
        WHERE s.application = a.id AND s.round = a.round AND s.step = 'second-approve')
UNION ALL
SELECT 'payout', s.number, 'POSTED', lower(s.beneficiary), s.computed_at
FROM commission_statement s
WHERE s.state IN ('POSTED', 'PAYING', 'FAILED', 'PAID')
    AND (SELECT count(DISTINCT a.by_id) FROM commission_approval a
         WHERE a.statement = s.number AND a.approved)
        < CASE WHEN s.second_needed THEN 3 ELSE 2 END;

DO $$
BEGIN
    EXECUTE 'CREATE OR REPLACE VIEW four_eyes_breach AS '
        || rtrim(pg_get_viewdef('four_eyes_breach'::regclass), ';')
        || $missing$
UNION ALL
SELECT subject_type, subject, part, 'without-second-person', person, at FROM four_eyes_missing
$missing$;
END
$$;
