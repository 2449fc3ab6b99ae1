-- What people are told. One row however many read it; the audience says who may.
CREATE TABLE notice (
    id            bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    notice_key    text        NOT NULL UNIQUE,
    -- staff:<login>, group:<ROLE> or company:<id>
    audience      text        NOT NULL,
    template      text        NOT NULL,
    notice_values jsonb       NOT NULL,
    link          text        NOT NULL,
    at            timestamptz NOT NULL
);
CREATE INDEX notice_inbox ON notice (audience, id DESC);

-- Up to where a person has read.
CREATE TABLE notice_reader (
    reader  text   PRIMARY KEY,
    read_to bigint NOT NULL
);

-- Where else to reach somebody: an e-mail address, a phone number, an OpenID.
CREATE TABLE notice_address (
    owner   text NOT NULL,
    channel text NOT NULL,
    address text NOT NULL,
    PRIMARY KEY (owner, channel)
);

CREATE TABLE notice_delivery (
    id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    notice     bigint      NOT NULL REFERENCES notice,
    channel    text        NOT NULL,
    address    text        NOT NULL,
    state      text        NOT NULL CHECK (state IN ('WAITING', 'SENT', 'GIVEN_UP')),
    attempts   int         NOT NULL DEFAULT 0,
    -- next try, or end of a lease
    due_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    last_error text,
    sent_at    timestamptz,
    UNIQUE (notice, channel, address)
);
CREATE INDEX notice_delivery_due ON notice_delivery (channel, due_at) WHERE state = 'WAITING';
