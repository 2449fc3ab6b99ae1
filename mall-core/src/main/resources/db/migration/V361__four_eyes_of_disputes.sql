-- Who put a disputed commission line right decides no step of the payout it goes into. The line,
-- its reversal and its correction stand together on one statement: where they count, he is a part.
CREATE VIEW commission_put_right AS
SELECT l.statement, d.statement AS disputed_on, lower(d.resolved_by) AS person, d.resolved_at AS at
FROM commission_dispute d
JOIN commission_statement_line l ON l.entry = d.entry AND l.state <> 'CARRIED'
WHERE d.upheld;

-- Added to whatever the view says so far, which stays as it is.
DO $$
BEGIN
    EXECUTE 'CREATE OR REPLACE VIEW four_eyes_part AS '
        || rtrim(pg_get_viewdef('four_eyes_part'::regclass), ';')
        || $parts$
UNION ALL
SELECT 'payout', statement, 'RESOLVED_DISPUTE', false, 'STAFF', person, at
FROM commission_put_right
UNION ALL
SELECT 'payout', r.statement, 'RESOLVED_DISPUTE', false, 'STAFF', s.principal, s.at
FROM commission_put_right r
JOIN stand_in s ON s.subject_type = 'payout' AND s.subject = r.disputed_on
    AND s.part = 'RESOLVED_DISPUTE' AND s.agreed
$parts$;
END
$$;

-- Neither clearing a link nor putting a line right decides: one person may do both.
CREATE OR REPLACE VIEW four_eyes_person AS
SELECT subject_type, subject, part, decides, person_kind, person, at FROM four_eyes_part
WHERE part <> 'salesperson'
UNION
SELECT subject_type, subject, 'salesperson', false, 'STAFF', person, since
FROM four_eyes_salesperson
UNION
SELECT subject_type, subject, part, part <> 'CLEARED_LINK', 'STAFF', principal, at
FROM four_eyes_stand_in
WHERE (subject_type <> 'application' OR part IN ('approve', 'second-approve'))
    AND part <> 'RESOLVED_DISPUTE'
    AND NOT withdrawn;
