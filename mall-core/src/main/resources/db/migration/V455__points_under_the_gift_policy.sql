-- Points never pay for what is never a gift. Where the rule in force let them, its next version does not: orders paid
-- so far keep the version they were paid by.
INSERT INTO points_rule (version, per_yuan, never_earn, valid_months, redeems, step, worth, most_percent, never_redeem,
    welcome, reason, by_id, by_name, at)
SELECT r.version + 1, r.per_yuan, r.never_earn, r.valid_months, r.redeems, r.step, r.worth, r.most_percent,
    ARRAY(SELECT DISTINCT category FROM unnest(r.never_redeem || p.never) AS category ORDER BY category),
    r.welcome, '合规：不得作为赠品的商品类别不可用积分抵扣', 'gift-policy', 'gift-policy', now()
FROM points_rule r,
    (VALUES (ARRAY['PRESCRIPTION', 'OTC_A', 'BIOLOGICAL', 'VACCINE', 'ANABOLIC_PEPTIDE', 'INSULIN',
        'CONTROLLED_COMPOUND', 'PSYCHOTROPIC_II', 'PSYCHOTROPIC_I', 'NARCOTIC'])) AS p (never)
WHERE r.version = (SELECT max(version) FROM points_rule) AND r.redeems AND NOT r.never_redeem @> p.never;
