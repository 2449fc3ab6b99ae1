-- A rule speaks of the product or only of its price: the strongest that fits decides, of each aspect by
-- itself. Whoever must not be told a price sees the product without one.
ALTER TABLE visibility_rule
    DROP CONSTRAINT visibility_rule_effect_check,
    DROP CONSTRAINT visibility_rule_check1,
    ADD CONSTRAINT visibility_rule_effect_check
        CHECK (effect IN ('SHOW', 'HIDE', 'SHOW_PRICE', 'HIDE_PRICE')),
    ADD CONSTRAINT visibility_rule_stricter_is_odd
        CHECK ((strength % 2 = 1) = (effect IN ('HIDE', 'HIDE_PRICE'))),
    ADD COLUMN aspect text NOT NULL GENERATED ALWAYS AS
        (CASE WHEN effect IN ('SHOW', 'HIDE') THEN 'PRODUCT' ELSE 'PRICE' END) STORED;

DROP INDEX visibility_rule_of_goods;
CREATE INDEX visibility_rule_of_goods ON visibility_rule (aspect, goods, audience)
    INCLUDE (strength, valid_from, valid_until) WHERE ended_at IS NULL;
DROP INDEX visibility_rule_of_audience;
CREATE INDEX visibility_rule_of_audience ON visibility_rule (audience, aspect, goods)
    WHERE ended_at IS NULL;
