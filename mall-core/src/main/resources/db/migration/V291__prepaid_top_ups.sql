-- What a top-up earns as bonus: rules as data, never changed; a newer one of the same threshold
-- takes its place, a newer one of 0 ends it.
CREATE TABLE prepaid_top_up_rule (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name        text           NOT NULL CHECK (name <> ''),
    threshold   numeric(18, 2) NOT NULL CHECK (threshold > 0),
    bonus       numeric(18, 2) CHECK (bonus >= 0),
    percent     numeric(5, 2) CHECK (percent BETWEEN 0 AND 50),
    valid_from  date           NOT NULL,
    valid_until date,
    reason      text           NOT NULL CHECK (reason <> ''),
    by_id       text           NOT NULL,
    by_name     text           NOT NULL,
    at          timestamptz    NOT NULL,
    CHECK ((bonus IS NULL) <> (percent IS NULL)),
    CHECK (valid_until >= valid_from)
);

CREATE INDEX prepaid_top_up_rule_threshold ON prepaid_top_up_rule (threshold, id DESC);

CREATE TRIGGER prepaid_top_up_rule_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON prepaid_top_up_rule
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_entries();

CREATE SEQUENCE prepaid_top_up_number MINVALUE 1 MAXVALUE 999999 CYCLE;

-- Money that came in: one person records it, another one confirms it; only then it is there.
CREATE TABLE prepaid_top_up (
    number           text PRIMARY KEY,
    customer_id      uuid           NOT NULL,
    customer_name    text           NOT NULL,
    amount           numeric(18, 2) NOT NULL CHECK (amount > 0),
    bonus            numeric(18, 2) NOT NULL CHECK (bonus >= 0),
    rule_id          bigint REFERENCES prepaid_top_up_rule,
    bank_reference   text           NOT NULL CHECK (bank_reference <> ''),
    note             text           NOT NULL,
    state            text           NOT NULL
        CHECK (state IN ('RECORDED', 'CONFIRMED', 'REFUSED', 'REVERSED')),
    recorded_by_id   text           NOT NULL,
    recorded_by_name text           NOT NULL,
    recorded_at      timestamptz    NOT NULL,
    decided_by_id    text,
    decided_by_name  text,
    decided_at       timestamptz,
    refusal          text           NOT NULL DEFAULT '',
    reversed_by_id   text,
    reversed_by_name text,
    reversed_at      timestamptz,
    reversal_reason  text           NOT NULL DEFAULT '',
    CHECK ((bonus > 0) <= (rule_id IS NOT NULL)),
    CHECK ((state = 'RECORDED') = (decided_by_id IS NULL)),
    CHECK ((state = 'REVERSED') = (reversed_by_id IS NOT NULL))
);

-- One transfer is one top-up, of one customer. What was refused or reversed may be recorded anew.
CREATE UNIQUE INDEX prepaid_top_up_reference ON prepaid_top_up (bank_reference)
    WHERE state IN ('RECORDED', 'CONFIRMED');
CREATE INDEX prepaid_top_up_newest ON prepaid_top_up (recorded_at DESC, number DESC);
CREATE INDEX prepaid_top_up_of_customer
    ON prepaid_top_up (customer_id, recorded_at DESC, number DESC);
CREATE INDEX prepaid_top_up_waiting ON prepaid_top_up (state, recorded_at DESC, number DESC);
