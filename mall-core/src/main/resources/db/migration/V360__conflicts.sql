-- Whose value of a field holds; a field without a row is asked about.
CREATE TABLE field_owner (
    connection text NOT NULL,
    field      text NOT NULL,
    owner      text NOT NULL CHECK (owner IN ('MALL', 'ERP', 'ASK')),
    PRIMARY KEY (connection, field)
);

CREATE SEQUENCE conflict_number;

CREATE TABLE field_conflict (
    number          text        PRIMARY KEY,
    connection      text        NOT NULL,
    field           text        NOT NULL,
    subject         text        NOT NULL,
    title           text        NOT NULL,
    mall_value      text        NOT NULL,
    erp_value       text        NOT NULL,
    state           text        NOT NULL CHECK (state IN ('OPEN', 'DECIDED', 'APPLIED', 'SETTLED')),
    seen            int         NOT NULL DEFAULT 1,
    found_at        timestamptz NOT NULL,
    last_seen       timestamptz NOT NULL,
    chosen          text CHECK (chosen IN ('MALL', 'ERP')),
    decided_by      text,
    decided_by_name text,
    decided_at      timestamptz,
    reason          text        NOT NULL DEFAULT '',
    CHECK ((state IN ('DECIDED', 'APPLIED')) = (chosen IS NOT NULL)),
    CHECK ((chosen IS NULL) = (decided_by IS NULL)),
    CHECK (chosen IS NULL OR reason <> '')
);
-- Decided ones are frozen: what a side says after the decision is a new conflict.
CREATE UNIQUE INDEX one_open_conflict ON field_conflict (connection, field, subject) WHERE state = 'OPEN';
CREATE INDEX conflict_decided ON field_conflict (connection, field, subject, decided_at DESC)
    WHERE state IN ('DECIDED', 'APPLIED');
CREATE INDEX conflict_list ON field_conflict (found_at DESC, number DESC);
CREATE INDEX conflict_open_list ON field_conflict (found_at DESC, number DESC) WHERE state = 'OPEN';
CREATE INDEX conflict_of_subject ON field_conflict (field, subject) WHERE state = 'OPEN';
