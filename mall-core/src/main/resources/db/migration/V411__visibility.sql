-- Which goods are shown to or hidden from whom. A rule is never changed, only ended. Of those that fit
-- a product and a viewer the one of most strength counts: it grows with how closely the audience, then
-- the goods are named, and is odd for a rule that hides, so that hiding wins among equals.
CREATE TABLE visibility_rule (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    effect         text        NOT NULL CHECK (effect IN ('SHOW', 'HIDE')),
    -- PRODUCT:<id>, MAKER:<name>, CATEGORY:<name> or ALL:
    goods          text        NOT NULL,
    goods_label    text        NOT NULL,
    -- CUSTOMER:<id>, LEVEL:<code>, TYPE:<name>, REGION:<prefix> or EVERYONE:
    audience       text        NOT NULL,
    audience_label text        NOT NULL,
    strength       int         NOT NULL CHECK (strength >= 0),
    -- Asia/Shanghai days, both included; null = open
    valid_from     date,
    valid_until    date,
    reason         text        NOT NULL CHECK (reason <> ''),
    by_id          text        NOT NULL,
    by_name        text        NOT NULL,
    at             timestamptz NOT NULL,
    ended_at       timestamptz,
    ended_by       text,
    end_reason     text,
    CHECK (valid_from <= valid_until),
    CHECK ((strength % 2 = 1) = (effect = 'HIDE')),
    CHECK ((ended_at IS NULL) = (ended_by IS NULL) AND (ended_at IS NULL) = (end_reason IS NULL))
);

-- What the catalogue asks for each product it looks at: answered from the index alone.
CREATE INDEX visibility_rule_of_goods ON visibility_rule (goods, audience)
    INCLUDE (strength, valid_from, valid_until) WHERE ended_at IS NULL;
-- Whether anything is said to a viewer at all.
CREATE INDEX visibility_rule_of_audience ON visibility_rule (audience, goods) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX visibility_rule_once
    ON visibility_rule (effect, goods, audience, valid_from, valid_until) NULLS NOT DISTINCT
    WHERE ended_at IS NULL;
CREATE INDEX visibility_rule_search ON visibility_rule
    USING gin (lower(goods_label || ' ' || audience_label || ' ' || reason) gin_trgm_ops);
