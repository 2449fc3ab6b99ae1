-- Prepaid money joins the proof: whoever recorded a top-up did not confirm it, and whoever confirmed
-- it did not reverse it. Added to whatever the view says so far, which stays as it is.
DO $$
BEGIN
    EXECUTE 'CREATE OR REPLACE VIEW four_eyes_part AS '
        || rtrim(pg_get_viewdef('four_eyes_part'::regclass), ';')
        || $parts$
UNION ALL
SELECT 'top-up', t.number, 'record', false, 'STAFF', lower(t.recorded_by_id), t.recorded_at
FROM prepaid_top_up t
UNION ALL
SELECT 'top-up', t.number, 'confirm', true, 'STAFF', lower(t.decided_by_id), t.decided_at
FROM prepaid_top_up t WHERE t.state IN ('CONFIRMED', 'REVERSED')
UNION ALL
SELECT 'top-up-reversal', t.number, 'confirm', false, 'STAFF', lower(t.decided_by_id), t.decided_at
FROM prepaid_top_up t WHERE t.state = 'REVERSED'
UNION ALL
SELECT 'top-up-reversal', t.number, 'reverse', true, 'STAFF', lower(t.reversed_by_id), t.reversed_at
FROM prepaid_top_up t WHERE t.state = 'REVERSED'
$parts$;
END
$$;
