-- Recalls join the proof: whoever ordered one did not close it. Added to whatever the view says so
-- far, which stays as it is.
DO $$
BEGIN
    EXECUTE 'CREATE OR REPLACE VIEW four_eyes_part AS '
        || rtrim(pg_get_viewdef('four_eyes_part'::regclass), ';')
        || $parts$
UNION ALL
SELECT 'recall', r.number, 'open', false, 'STAFF', lower(r.opened_by_id), r.opened_at
FROM recall r
UNION ALL
SELECT 'recall', r.number, 'close', true, 'STAFF', lower(r.closed_by_id), r.closed_at
FROM recall r WHERE r.closed_by_id IS NOT NULL
$parts$;
END
$$;
