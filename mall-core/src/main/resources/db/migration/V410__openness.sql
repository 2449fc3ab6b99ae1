-- How open the mall is, the newest row counts. Without a row guests see the catalogue and everybody
-- may apply, as it was before.
CREATE TABLE mall_doors (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    guests       text        NOT NULL CHECK (guests IN ('CATALOGUE', 'NOTHING')),
    registration text        NOT NULL CHECK (registration IN ('OPEN', 'INVITED')),
    reason       text        NOT NULL CHECK (reason <> ''),
    by_id        text        NOT NULL,
    by_name      text        NOT NULL,
    at           timestamptz NOT NULL
);

-- Who may register although registration is closed: once, until a day. The code itself is kept
-- nowhere.
CREATE TABLE invitation (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code_digest   text        NOT NULL UNIQUE,
    kind          text        NOT NULL CHECK (kind IN ('EMAIL', 'PHONE', 'COMPANY')),
    invitee       text        NOT NULL CHECK (invitee <> ''),
    -- what is compared with what the applicant states
    invitee_key   text        NOT NULL CHECK (invitee_key <> ''),
    salesperson   text,
    -- an Asia/Shanghai day, included
    last_day      date        NOT NULL,
    reason        text        NOT NULL CHECK (reason <> ''),
    by_id         text        NOT NULL,
    by_name       text        NOT NULL,
    made_at       timestamptz NOT NULL,
    used_at       timestamptz,
    used_login    text,
    used_company  text,
    revoked_at    timestamptz,
    revoked_by    text,
    revoke_reason text,
    CHECK ((used_at IS NULL) = (used_login IS NULL)),
    CHECK (used_at IS NULL OR revoked_at IS NULL)
);

CREATE INDEX invitation_of_maker ON invitation (by_id, id DESC);
CREATE INDEX invitation_open ON invitation (last_day, id DESC)
    WHERE used_at IS NULL AND revoked_at IS NULL;
CREATE INDEX invitation_search ON invitation USING gin (lower(invitee) gin_trgm_ops);
