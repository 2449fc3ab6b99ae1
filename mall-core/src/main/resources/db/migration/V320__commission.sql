-- What earns commission. A row is never changed: of the rows valid on a day the newest counts, so a
-- rate ends by a newer row of 0, and a campaign is a newer row with an end.
CREATE TABLE commission_rule (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind        text        NOT NULL
        CHECK (kind IN ('SELF_SERVICE', 'ON_BEHALF', 'ACTIVATION', 'DISTRIBUTION')),
    product_id  uuid,
    depth       smallint,
    -- part of the net amount, 0.03 = 3 %
    rate        numeric(7, 6) CHECK (rate BETWEEN 0 AND 0.5),
    bonus       numeric(18, 2) CHECK (bonus >= 0),
    valid_from  date        NOT NULL,
    valid_until date CHECK (valid_until >= valid_from),
    reason      text        NOT NULL,
    by_id       text        NOT NULL,
    by_name     text        NOT NULL,
    at          timestamptz NOT NULL,
    CHECK ((kind = 'ACTIVATION') = (bonus IS NOT NULL) AND (kind = 'ACTIVATION') = (rate IS NULL)),
    CHECK ((kind = 'DISTRIBUTION') = (product_id IS NOT NULL)
        AND (kind = 'DISTRIBUTION') = (depth IS NOT NULL)),
    CONSTRAINT distribution_has_two_levels_at_most CHECK (depth BETWEEN 1 AND 2)
);
CREATE INDEX commission_rule_newest ON commission_rule (kind, product_id, depth, id DESC);

CREATE TRIGGER commission_rule_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON commission_rule
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_entries();

-- The lock that serialises completion, returns and payment of one order.
CREATE TABLE commission_order (
    order_number text PRIMARY KEY,
    customer_id  uuid,
    salesperson  text,
    ordered_on   date,
    net          numeric(18, 2),
    completed_at timestamptz
);
CREATE INDEX commission_order_of_customer ON commission_order (customer_id, completed_at);

-- Whose share link brought a product of an order, and who stands above: two levels, never three.
CREATE TABLE commission_attribution (
    order_number text        NOT NULL,
    product_id   uuid        NOT NULL,
    depth        smallint    NOT NULL,
    beneficiary  text        NOT NULL,
    link         text        NOT NULL,
    at           timestamptz NOT NULL,
    PRIMARY KEY (order_number, product_id, depth),
    UNIQUE (order_number, product_id, beneficiary),
    CONSTRAINT attribution_has_two_levels_at_most CHECK (depth BETWEEN 1 AND 2)
);

-- Accepted returns, whether the line has earned yet or not.
CREATE TABLE commission_return (
    idempotency_key text PRIMARY KEY,
    order_number    text           NOT NULL REFERENCES commission_order,
    line            integer        NOT NULL,
    quantity        numeric(18, 3) NOT NULL CHECK (quantity > 0),
    net             numeric(18, 2) NOT NULL CHECK (net >= 0),
    document        text           NOT NULL,
    at              timestamptz    NOT NULL
);
CREATE INDEX commission_return_of_line ON commission_return (order_number, line);

CREATE TABLE commission_account (
    beneficiary text PRIMARY KEY,
    balance     numeric(18, 2) NOT NULL DEFAULT 0
);

CREATE TABLE commission_entry (
    sequence        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    beneficiary     text           NOT NULL REFERENCES commission_account,
    kind            text           NOT NULL CHECK (kind IN ('EARNED', 'BONUS', 'CLAWED_BACK',
        'REVERSAL', 'CORRECTION', 'PAID')),
    channel         text CHECK (channel IN ('SALES', 'DISTRIBUTION')),
    depth           smallint,
    customer_id     uuid,
    order_number    text,
    line            integer,
    -- net amount without tax, shipping and refunds that the rate is applied to
    basis           numeric(18, 2),
    rate            numeric(7, 6),
    rule_id         bigint REFERENCES commission_rule,
    -- positive: the beneficiary is owed more
    amount          numeric(18, 2) NOT NULL,
    balance_after   numeric(18, 2) NOT NULL,
    document        text           NOT NULL,
    corrects        bigint REFERENCES commission_entry,
    at              timestamptz    NOT NULL,
    by_actor        text           NOT NULL,
    reason          text           NOT NULL DEFAULT '',
    idempotency_key text           NOT NULL UNIQUE,
    CONSTRAINT commission_depth CHECK (CASE channel WHEN 'SALES' THEN depth = 0
        WHEN 'DISTRIBUTION' THEN depth BETWEEN 1 AND 2 ELSE depth IS NULL END),
    CHECK (kind <> 'EARNED' OR (channel IS NOT NULL AND order_number IS NOT NULL
        AND line IS NOT NULL AND basis IS NOT NULL AND rate IS NOT NULL AND rule_id IS NOT NULL)),
    CHECK ((kind IN ('CLAWED_BACK', 'REVERSAL', 'CORRECTION')) = (corrects IS NOT NULL))
);
CREATE INDEX commission_entry_of_beneficiary ON commission_entry (beneficiary, sequence DESC);
CREATE INDEX commission_entry_corrects ON commission_entry (corrects) WHERE corrects IS NOT NULL;
CREATE UNIQUE INDEX commission_line_earns_once
    ON commission_entry (order_number, line, channel, depth) WHERE kind = 'EARNED';
CREATE UNIQUE INDEX commission_line_earns_once_for_a_person
    ON commission_entry (order_number, line, beneficiary) WHERE kind = 'EARNED';
CREATE UNIQUE INDEX commission_customer_is_activated_once
    ON commission_entry (customer_id) WHERE kind = 'BONUS';
CREATE UNIQUE INDEX commission_entry_is_reversed_once
    ON commission_entry (corrects) WHERE kind = 'REVERSAL';

CREATE TRIGGER commission_entry_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON commission_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_entries();
CREATE TRIGGER commission_return_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON commission_return
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_entries();
