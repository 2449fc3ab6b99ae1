-- Who was stood in for counts as having decided too; and nobody decides in the place of another
-- who did not give him that, then.
CREATE VIEW four_eyes_stand_in AS
SELECT s.subject_type, s.subject, s.part, s.person, s.principal, s.at,
       EXISTS (SELECT FROM delegation d
               JOIN account p ON p.id = d.principal JOIN account x ON x.id = d.delegate
               WHERE d.id = s.delegation
                   AND p.login_key = s.principal AND x.login_key = s.person
                   AND d.starts_at <= s.at AND s.at < d.ends_at
                   AND (d.revoked_at IS NULL OR s.at < d.revoked_at)) AS given
FROM stand_in s
WHERE s.agreed OR (s.subject_type = 'return' AND s.part <> 'REFUND_DECIDED');

CREATE VIEW four_eyes_person AS
SELECT subject_type, subject, part, decides, person_kind, person, at FROM four_eyes_part
UNION
SELECT subject_type, subject, part, true, 'STAFF', principal, at FROM four_eyes_stand_in
WHERE subject_type <> 'application' OR part IN ('approve', 'second-approve');

CREATE OR REPLACE VIEW four_eyes_breach AS
SELECT d.subject_type, d.subject, d.part AS decision, other.part AS other_part, d.person, d.at
FROM four_eyes_person d
JOIN four_eyes_person other
    ON other.subject_type = d.subject_type AND other.subject = d.subject
    AND other.person_kind = d.person_kind AND other.person = d.person
    AND other.part <> d.part
WHERE d.decides
    AND (d.subject_type <> 'return'
        OR (d.subject_type, d.part, other.part) IN (SELECT * FROM four_eyes_pair))
UNION ALL
SELECT subject_type, subject, part, 'without-delegation', person, at FROM four_eyes_stand_in
WHERE NOT given;
