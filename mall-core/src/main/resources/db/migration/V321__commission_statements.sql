CREATE SEQUENCE commission_statement_number;

CREATE TABLE commission_run (
    month        date PRIMARY KEY CHECK (extract(day FROM month) = 1),
    requested_by text        NOT NULL,
    requested_at timestamptz NOT NULL,
    computed_at  timestamptz
);

-- Bank accounts: a row is a version; in force is the newest that a second person confirmed and
-- whose waiting time is over.
CREATE TABLE commission_payee (
    id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    beneficiary       text        NOT NULL,
    holder            text        NOT NULL,
    bank              text        NOT NULL,
    account           text        NOT NULL,
    uscc              text        NOT NULL,
    phone             text        NOT NULL,
    address           text        NOT NULL,
    requested_by      text        NOT NULL,
    requested_by_name text        NOT NULL,
    requested_at      timestamptz NOT NULL,
    decided_by        text,
    decided_by_name   text,
    decided_at        timestamptz,
    confirmed         boolean,
    in_force_from     timestamptz,
    CHECK ((decided_by IS NULL) = (confirmed IS NULL)),
    CONSTRAINT payee_change_needs_two_people CHECK (decided_by <> requested_by),
    CONSTRAINT payee_is_not_set_by_who_is_paid
        CHECK (beneficiary NOT IN (requested_by, coalesce(decided_by, '')))
);
CREATE INDEX commission_payee_newest ON commission_payee (beneficiary, id DESC);
CREATE UNIQUE INDEX commission_payee_one_change_at_a_time
    ON commission_payee (beneficiary) WHERE confirmed IS NULL;

CREATE TABLE commission_payment_file (
    number  text PRIMARY KEY,
    month   date           NOT NULL,
    total   numeric(18, 2) NOT NULL,
    by_id   text           NOT NULL,
    by_name text           NOT NULL,
    at      timestamptz    NOT NULL
);

CREATE TABLE commission_statement (
    number         text PRIMARY KEY,
    month          date        NOT NULL REFERENCES commission_run,
    beneficiary    text        NOT NULL REFERENCES commission_account,
    name           text        NOT NULL,
    state          text        NOT NULL,
    computed_at    timestamptz NOT NULL,
    published_at   timestamptz,
    second_needed  boolean     NOT NULL DEFAULT false,
    -- fixed when the approvals are asked for
    payable        numeric(18, 2) CHECK (payable > 0),
    voucher_state  text        NOT NULL DEFAULT 'NOT_SENT'
        CHECK (voucher_state IN ('NOT_SENT', 'SENDING', 'POSTED', 'OUTCOME_UNKNOWN')),
    voucher_number text,
    voucher_detail text        NOT NULL DEFAULT '',
    sending_until  timestamptz,
    payment_file   text REFERENCES commission_payment_file,
    payee_id       bigint REFERENCES commission_payee,
    bank_reference text,
    paid_at        timestamptz,
    failure        text        NOT NULL DEFAULT '',
    UNIQUE (month, beneficiary)
);
CREATE INDEX commission_statement_newest ON commission_statement (month DESC, number);
CREATE INDEX commission_statement_of_beneficiary ON commission_statement (beneficiary, month DESC);
CREATE INDEX commission_statement_state ON commission_statement (state, month DESC, number);

CREATE TABLE commission_statement_line (
    statement text    NOT NULL REFERENCES commission_statement,
    entry     bigint  NOT NULL REFERENCES commission_entry,
    -- OPEN counts; DISPUTED and LINKED are held; CARRIED goes to a later statement
    state     text    NOT NULL CHECK (state IN ('OPEN', 'DISPUTED', 'LINKED', 'CARRIED')),
    -- why it is held, as evidence
    note      text    NOT NULL DEFAULT '',
    -- a person looked: not linked
    cleared   boolean NOT NULL DEFAULT false,
    PRIMARY KEY (statement, entry)
);
CREATE UNIQUE INDEX commission_entry_is_on_one_statement
    ON commission_statement_line (entry) WHERE state <> 'CARRIED';

CREATE TABLE commission_dispute (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    statement   text        NOT NULL REFERENCES commission_statement,
    entry       bigint      NOT NULL REFERENCES commission_entry,
    words       text        NOT NULL,
    by_id       text        NOT NULL,
    by_name     text        NOT NULL,
    at          timestamptz NOT NULL,
    upheld      boolean,
    answer      text        NOT NULL DEFAULT '',
    resolved_by text,
    resolved_at timestamptz,
    CONSTRAINT dispute_is_resolved_by_another CHECK (resolved_by <> by_id)
);
CREATE UNIQUE INDEX commission_dispute_open ON commission_dispute (entry) WHERE upheld IS NULL;
CREATE INDEX commission_dispute_of_statement ON commission_dispute (statement);

CREATE TABLE commission_approval (
    statement text        NOT NULL REFERENCES commission_statement,
    step      text        NOT NULL CHECK (step IN ('SALES', 'FINANCE', 'SECOND')),
    approved  boolean     NOT NULL,
    by_id     text        NOT NULL,
    by_name   text        NOT NULL,
    at        timestamptz NOT NULL,
    reason    text        NOT NULL,
    PRIMARY KEY (statement, step),
    CONSTRAINT approvals_are_by_different_people UNIQUE (statement, by_id)
);
