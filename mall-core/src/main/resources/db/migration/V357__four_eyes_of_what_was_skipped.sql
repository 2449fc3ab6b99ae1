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

-- Who sold to whom is history.
CREATE TRIGGER customer_salesperson_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON customer_salesperson
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_entries();
CREATE TRIGGER sales_region_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON sales_region
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_entries();

-- Who sold to the company of what was decided, and when: at the time of a decision, not now.
CREATE VIEW four_eyes_salesperson AS
WITH term AS (
    SELECT customer, lower(salesperson) AS person, since,
           lead(since) OVER (PARTITION BY customer ORDER BY position) AS until
    FROM customer_salesperson),
subject AS (
    SELECT 'application' AS subject_type, number AS subject, customer, created_at AS began
    FROM application
    UNION ALL
    SELECT 'renewal', number, customer, opened_at FROM renewal
    UNION ALL
    SELECT 'order', number, customer_id, submitted_at FROM sales_order)
SELECT s.subject_type, s.subject, t.person, greatest(t.since, s.began) AS since, t.until
FROM subject s JOIN term t ON t.customer = s.customer
WHERE t.person IS NOT NULL AND (t.until IS NULL OR t.until > s.began);

-- The salespeople of four_eyes_part are those of today: here they give way to those of the time.
CREATE OR REPLACE VIEW four_eyes_person AS
SELECT subject_type, subject, part, decides, person_kind, person, at FROM four_eyes_part
WHERE part <> 'salesperson'
UNION
SELECT subject_type, subject, 'salesperson', false, 'STAFF', person, since
FROM four_eyes_salesperson
UNION
SELECT subject_type, subject, part, true, 'STAFF', principal, at FROM four_eyes_stand_in
WHERE (subject_type <> 'application' OR part IN ('approve', 'second-approve'))
    AND NOT withdrawn;

CREATE OR REPLACE VIEW four_eyes_breach AS
SELECT d.subject_type, d.subject, d.part AS decision, other.part AS other_part, d.person, d.at
FROM four_eyes_person d
JOIN four_eyes_person other
    ON other.subject_type = d.subject_type AND other.subject = d.subject
    AND other.person_kind = d.person_kind AND other.person = d.person
    AND other.part <> d.part
WHERE d.decides AND other.part <> 'salesperson'
    AND (d.subject_type <> 'return'
        OR (d.subject_type, d.part, other.part) IN (SELECT * FROM four_eyes_pair))
UNION ALL
SELECT d.subject_type, d.subject, d.part, 'salesperson', d.person, d.at
FROM four_eyes_person d
JOIN four_eyes_salesperson s
    ON s.subject_type = d.subject_type AND s.subject = d.subject AND s.person = d.person
    AND d.at >= s.since AND (s.until IS NULL OR d.at < s.until)
WHERE d.decides AND d.person_kind = 'STAFF'
UNION ALL
SELECT subject_type, subject, part, 'without-delegation', person, at FROM four_eyes_stand_in
WHERE NOT given
UNION ALL
SELECT subject_type, subject, part, 'without-second-person', person, at FROM four_eyes_missing;
