-- A payment through the provider is for an order, or a top-up of prepaid money that the buyer makes himself.
ALTER TABLE online_payment ADD COLUMN purpose text NOT NULL DEFAULT 'ORDER'
    CHECK (purpose IN ('ORDER', 'TOP_UP'));

CREATE SEQUENCE own_top_up_number MINVALUE 1 MAXVALUE 999999 CYCLE;

CREATE TABLE own_top_up (
    number          text PRIMARY KEY,
    customer_id     uuid           NOT NULL,
    customer_name   text           NOT NULL,
    amount          numeric(18, 2) NOT NULL CHECK (amount > 0),
    -- by the rule that counted when it was begun; of money that came late, when it came
    bonus           numeric(18, 2) NOT NULL CHECK (bonus >= 0),
    rule_id         bigint REFERENCES prepaid_top_up_rule,
    state           text           NOT NULL CHECK (state IN ('OPEN', 'CREDITED', 'CLOSED')),
    payment         text           NOT NULL UNIQUE REFERENCES online_payment,
    -- of the form or the request: sent twice it is one top-up
    key             text           NOT NULL CHECK (key <> ''),
    started_by_id   text           NOT NULL,
    started_by_name text           NOT NULL,
    started_at      timestamptz    NOT NULL,
    expires_at      timestamptz    NOT NULL,
    ended_at        timestamptz,
    -- the money came after it was closed
    late            boolean        NOT NULL DEFAULT false,
    UNIQUE (customer_id, key),
    CHECK ((bonus > 0) <= (rule_id IS NOT NULL)),
    CHECK ((state = 'OPEN') = (ended_at IS NULL)),
    CHECK (NOT late OR state = 'CREDITED')
);

CREATE INDEX own_top_up_newest ON own_top_up (started_at DESC, number DESC);
CREATE INDEX own_top_up_of_customer ON own_top_up (customer_id, started_at DESC, number DESC);
CREATE INDEX own_top_up_by_state ON own_top_up (state, started_at DESC, number DESC);
CREATE INDEX own_top_up_due ON own_top_up (expires_at) WHERE state = 'OPEN';
