-- Returns and payouts join the proof. What a person may not be twice differs: the pairs say it.
DROP VIEW four_eyes_breach;

CREATE OR REPLACE VIEW four_eyes_part AS
SELECT 'application' AS subject_type, a.number AS subject, 'handed-in' AS part, false AS decides,
       p.kind AS person_kind, lower(p.actor_id) AS person, a.created_at AS at
FROM application_party p JOIN application a ON a.id = p.application
UNION ALL
SELECT 'application', a.number, 'salesperson', false, 'STAFF', lower(c.salesperson), a.created_at
FROM application a JOIN customer c ON c.id = a.customer WHERE c.salesperson IS NOT NULL
UNION ALL
SELECT 'application', a.number, d.step, true, d.kind, lower(d.actor_id), d.at
FROM application_decision d JOIN application a ON a.id = d.application
WHERE d.step IN ('approve', 'second-approve')
UNION ALL
SELECT 'renewal', r.number, 'handed-in', false, p.kind, lower(p.actor_id), r.opened_at
FROM renewal_party p JOIN renewal r ON r.id = p.renewal
UNION ALL
SELECT 'renewal', r.number, 'salesperson', false, 'STAFF', lower(c.salesperson), r.opened_at
FROM renewal r JOIN customer c ON c.id = r.customer WHERE c.salesperson IS NOT NULL
UNION ALL
SELECT 'renewal', r.number, d.step, true, d.kind, lower(d.actor_id), d.at
FROM renewal_decision d JOIN renewal r ON r.id = d.renewal WHERE d.step = 'approve'
UNION ALL
SELECT 'order', o.number, 'handed-in', false, o.submitted_by_kind, lower(o.submitted_by_id),
       o.submitted_at
FROM sales_order o
UNION ALL
SELECT 'order', o.number, 'salesperson', false, 'STAFF', lower(c.salesperson), o.submitted_at
FROM sales_order o JOIN customer c ON c.id = o.customer_id WHERE c.salesperson IS NOT NULL
UNION ALL
SELECT 'order', o.number, s.kind, true, 'STAFF', lower(s.by_id), s.approved_at
FROM sales_order_approval s JOIN sales_order o ON o.id = s.order_id WHERE s.approved
UNION ALL
SELECT 'return', r.number, a.kind, a.kind <> 'SUBMITTED', a.by_kind, lower(a.by_id), a.at
FROM return_act a JOIN return_request r ON r.id = a.return_id
WHERE a.agreed OR a.kind <> 'REFUND_DECIDED'
UNION ALL
SELECT 'payout', s.number, 'beneficiary', false, 'STAFF', lower(s.beneficiary), s.computed_at
FROM commission_statement s
UNION ALL
SELECT 'payout', a.statement, a.step, true, 'STAFF', lower(a.by_id), a.at
FROM commission_approval a WHERE a.approved;

-- Where not everybody must differ from everybody: the parts one person may not have both.
CREATE VIEW four_eyes_pair (subject_type, part, other) AS
VALUES ('return', 'REVIEWED', 'SUBMITTED'),
       ('return', 'RECEIVED', 'SUBMITTED'),
       ('return', 'INSPECTED', 'SUBMITTED'),
       ('return', 'INSPECTED', 'RECEIVED'),
       ('return', 'REFUND_DECIDED', 'SUBMITTED'),
       ('return', 'REFUND_DECIDED', 'REVIEWED'),
       ('return', 'REFUND_DECIDED', 'INSPECTED');

-- Empty, or somebody decided who had another part in the same thing.
CREATE VIEW four_eyes_breach AS
SELECT d.subject_type, d.subject, d.part AS decision, other.part AS other_part, d.person, d.at
FROM four_eyes_part d
JOIN four_eyes_part other
    ON other.subject_type = d.subject_type AND other.subject = d.subject
    AND other.person_kind = d.person_kind AND other.person = d.person
    AND other.part <> d.part
WHERE d.decides
    AND (d.subject_type <> 'return'
        OR (d.subject_type, d.part, other.part) IN (SELECT * FROM four_eyes_pair));
