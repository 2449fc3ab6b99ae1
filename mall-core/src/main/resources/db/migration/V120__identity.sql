CREATE TABLE account (
    id            uuid        PRIMARY KEY,
    kind          text        NOT NULL CHECK (kind IN ('STAFF', 'BUYER')),
    login         text        NOT NULL,
    login_key     text        NOT NULL UNIQUE, -- over both kinds, without case
    name          text        NOT NULL,
    phone         text,
    company       uuid,
    password_hash text        NOT NULL,
    enabled       boolean     NOT NULL,
    attempts      int         NOT NULL,
    locked_until  timestamptz,
    created_at    timestamptz NOT NULL,
    version       bigint      NOT NULL,
    CHECK ((kind = 'BUYER') = (company IS NOT NULL))
);
CREATE INDEX account_by_company ON account (company) WHERE company IS NOT NULL;

CREATE TABLE staff_role (
    account uuid NOT NULL REFERENCES account,
    role    text NOT NULL,
    PRIMARY KEY (account, role)
);
CREATE TABLE buyer_right (
    account     uuid NOT NULL REFERENCES account,
    buyer_right text NOT NULL,
    PRIMARY KEY (account, buyer_right)
);
