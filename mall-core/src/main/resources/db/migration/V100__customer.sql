CREATE SEQUENCE customer_number;
CREATE SEQUENCE application_number;

CREATE TABLE customer (
    id            uuid        PRIMARY KEY,
    number        text        NOT NULL UNIQUE,
    state         text        NOT NULL,
    name          text        NOT NULL,
    type          text        NOT NULL,
    uscc          text        NOT NULL,
    region        text        NOT NULL,
    address       text        NOT NULL,
    contact       text        NOT NULL,
    phone         text        NOT NULL,
    invoice_title text        NOT NULL,
    salesperson   text,
    price_level   text        NOT NULL,
    erp_number    text        UNIQUE,
    lock_reason   text,
    created_at    timestamptz NOT NULL,
    version       bigint      NOT NULL
);
CREATE INDEX customer_by_uscc ON customer (uscc) WHERE uscc <> '';
CREATE INDEX customer_by_name ON customer (name);
CREATE INDEX customer_by_state ON customer (state, number);

CREATE TABLE application (
    id                   uuid        PRIMARY KEY,
    number               text        NOT NULL UNIQUE,
    customer             uuid        NOT NULL REFERENCES customer,
    state                text        NOT NULL,
    round                int         NOT NULL,
    created_at           timestamptz NOT NULL,
    submitted_at         timestamptz,
    supplement_request   text,
    supplement_documents text[]      NOT NULL,
    version              bigint      NOT NULL
);
CREATE INDEX application_by_customer ON application (customer, created_at);
CREATE INDEX application_by_state ON application (state, submitted_at);

-- Who handed it in: started, edited, attached or submitted. None of them may approve.
CREATE TABLE application_party (
    application uuid NOT NULL REFERENCES application,
    kind        text NOT NULL,
    actor_id    text NOT NULL,
    name        text NOT NULL,
    PRIMARY KEY (application, kind, actor_id, name)
);

CREATE TABLE application_decision (
    application uuid        NOT NULL REFERENCES application,
    position    int         NOT NULL,
    step        text        NOT NULL,
    second      boolean     NOT NULL,
    round       int         NOT NULL,
    document    uuid,
    kind        text        NOT NULL,
    actor_id    text        NOT NULL,
    name        text        NOT NULL,
    at          timestamptz NOT NULL,
    reason      text        NOT NULL,
    PRIMARY KEY (application, position)
);

-- What was handed in with each round, and what the checks found in it.
CREATE TABLE application_round (
    id           uuid        PRIMARY KEY,
    application  uuid        NOT NULL REFERENCES application,
    round        int         NOT NULL,
    submitted_at timestamptz NOT NULL,
    snapshot     text        NOT NULL,
    checks       text,
    version      bigint      NOT NULL,
    UNIQUE (application, round)
);

CREATE TABLE qualification_document (
    id            uuid        PRIMARY KEY,
    customer      uuid        NOT NULL REFERENCES customer,
    application   uuid        NOT NULL REFERENCES application,
    type          text        NOT NULL,
    number        text        NOT NULL,
    issuer        text        NOT NULL,
    issued_on     date,
    valid_until   date, -- null: long-term
    scope_codes   text[]      NOT NULL,
    version       int         NOT NULL,
    current       boolean     NOT NULL,
    state         text        NOT NULL,
    file_name     text        NOT NULL,
    media_type    text        NOT NULL,
    size          bigint      NOT NULL,
    sha256        text        NOT NULL,
    uploaded_at   timestamptz NOT NULL,
    uploaded_by   text        NOT NULL,
    reason        text,
    verified_by   text,
    verified_at   timestamptz,
    lock_version  bigint      NOT NULL,
    UNIQUE (customer, type, version)
);
CREATE UNIQUE INDEX qualification_document_one_current
    ON qualification_document (customer, type) WHERE current;
CREATE INDEX qualification_document_by_application ON qualification_document (application);
CREATE INDEX qualification_document_by_number
    ON qualification_document (type, number) WHERE current AND number <> '';

CREATE TABLE document_file (
    document uuid  PRIMARY KEY REFERENCES qualification_document,
    content  bytea NOT NULL
);
