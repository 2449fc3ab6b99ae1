-- Payments received join the proof: whoever recorded one did not confirm it, and whoever asked for
-- its reversal did not confirm that. Added to whatever the view says so far, which stays as it is.
DO $$
BEGIN
    EXECUTE 'CREATE OR REPLACE VIEW four_eyes_part AS '
        || rtrim(pg_get_viewdef('four_eyes_part'::regclass), ';')
        || $parts$
UNION ALL
SELECT 'receipt', r.receipt, CASE r.kind WHEN 'RECORDED' THEN 'record' ELSE 'confirm' END,
       r.kind = 'CONFIRMED', 'STAFF', lower(r.by_id), r.at
FROM receipt_act r WHERE r.kind IN ('RECORDED', 'CONFIRMED')
UNION ALL
SELECT 'receipt-reversal', r.receipt || '/' || r.request,
       CASE r.kind WHEN 'REVERSED' THEN 'reverse' ELSE 'ask' END,
       r.kind = 'REVERSED', 'STAFF', lower(r.by_id), r.at
FROM receipt_act r WHERE r.kind IN ('REVERSAL_ASKED', 'REVERSED')
$parts$;
END
$$;

-- Top-ups so far stand for their transfers; from now on none is without.
INSERT INTO bank_transfer (document, reference, claimed_at, released_at)
SELECT number, bank_reference, recorded_at,
       CASE state WHEN 'REFUSED' THEN decided_at WHEN 'REVERSED' THEN reversed_at END
FROM prepaid_top_up
ON CONFLICT DO NOTHING;

ALTER TABLE prepaid_top_up ADD CONSTRAINT prepaid_top_up_transfer
    FOREIGN KEY (number) REFERENCES bank_transfer (document);
