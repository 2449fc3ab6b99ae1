CREATE SEQUENCE renewal_number;

-- One per document version that will expire, opened by the daily scan.
CREATE TABLE renewal (
    id          uuid        PRIMARY KEY,
    number      text        NOT NULL UNIQUE,
    customer    uuid        NOT NULL REFERENCES customer,
    document    uuid        NOT NULL UNIQUE REFERENCES qualification_document,
    type        text        NOT NULL,
    valid_until date        NOT NULL,
    state       text        NOT NULL CHECK (state IN ('AWAITED', 'SUBMITTED', 'RETURNED', 'APPROVED')),
    -- the version handed in last
    proposed    uuid        REFERENCES qualification_document,
    attempts    int         NOT NULL,
    opened_at   timestamptz NOT NULL,
    lapsed_at   timestamptz,
    version     bigint      NOT NULL
);
CREATE INDEX renewal_of_customer ON renewal (customer, valid_until);
CREATE INDEX renewal_by_end ON renewal (valid_until, number) WHERE state <> 'APPROVED';

-- Who handed it in. None of them may approve.
CREATE TABLE renewal_party (
    renewal  uuid NOT NULL REFERENCES renewal,
    kind     text NOT NULL,
    actor_id text NOT NULL,
    name     text NOT NULL,
    PRIMARY KEY (renewal, kind, actor_id, name)
);

CREATE TABLE renewal_decision (
    renewal  uuid        NOT NULL REFERENCES renewal,
    position int         NOT NULL,
    step     text        NOT NULL,
    attempt  int         NOT NULL,
    kind     text        NOT NULL,
    actor_id text        NOT NULL,
    name     text        NOT NULL,
    at       timestamptz NOT NULL,
    reason   text        NOT NULL,
    PRIMARY KEY (renewal, position)
);

-- What the scan and the forecast read.
CREATE INDEX qualification_document_by_end ON qualification_document (valid_until, id)
    WHERE current AND state = 'VALID' AND valid_until IS NOT NULL;
