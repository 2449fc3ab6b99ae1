-- Who may pay how, said of a customer, level, type or region. Of what is said the closest counts, in the order of
-- visibility rules; without a row all methods. Rows are never changed, only ended.
CREATE TABLE payment_method_rule (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- CUSTOMER:<id>, LEVEL:<code>, TYPE:<name> or REGION:<prefix>
    audience       text        NOT NULL,
    audience_label text        NOT NULL,
    -- names, separated by commas; empty for none
    methods        text        NOT NULL,
    reason         text        NOT NULL CHECK (reason <> ''),
    by_name        text        NOT NULL,
    at             timestamptz NOT NULL,
    ended_at       timestamptz,
    ended_by       text,
    CHECK ((ended_at IS NULL) = (ended_by IS NULL))
);

CREATE UNIQUE INDEX payment_method_rule_in_force ON payment_method_rule (audience) WHERE ended_at IS NULL;
CREATE INDEX payment_method_rule_search ON payment_method_rule
    USING gin (lower(audience_label || ' ' || reason) gin_trgm_ops);

INSERT INTO payment_method_rule (audience, audience_label, methods, reason, by_name, at)
SELECT 'TYPE:' || customer_type, customer_type, methods, '—', '—', now() FROM payment_methods_of_type
UNION ALL
SELECT 'CUSTOMER:' || m.customer_id, coalesce(c.number || ' ' || c.name, m.customer_id::text), m.methods, '—', '—', now()
FROM payment_methods_of_customer m LEFT JOIN customer c ON c.id = m.customer_id;

DROP TABLE payment_methods_of_type;
DROP TABLE payment_methods_of_customer;
