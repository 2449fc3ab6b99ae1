-- Who gives the tasks of one of his roles to whom, from date to date. The instants say the same as
-- the days, in the zone of the mall, so that queries need not know it.
CREATE TABLE delegation (
    id          uuid        PRIMARY KEY,
    principal   uuid        NOT NULL REFERENCES account,
    delegate    uuid        NOT NULL REFERENCES account,
    role        text        NOT NULL,
    from_day    date        NOT NULL,
    until_day   date        NOT NULL,
    starts_at   timestamptz NOT NULL,
    ends_at     timestamptz NOT NULL,
    reason      text        NOT NULL,
    given_at    timestamptz NOT NULL,
    given_by    text        NOT NULL,
    revoked_at  timestamptz,
    revoked_by  text,
    CHECK (principal <> delegate),
    CHECK (starts_at < ends_at)
);
CREATE INDEX delegation_newest ON delegation (starts_at DESC, id);
CREATE INDEX delegation_of_principal ON delegation (principal, ends_at);
CREATE INDEX delegation_to_delegate ON delegation (delegate, ends_at);

-- Decided in place of another: he counts as having decided too. Logins without case.
CREATE TABLE stand_in (
    id             bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    delegation     uuid        NOT NULL REFERENCES delegation,
    subject_type   text        NOT NULL,
    subject        text        NOT NULL,
    part           text        NOT NULL,
    agreed         boolean     NOT NULL,
    person         text        NOT NULL,
    person_name    text        NOT NULL,
    principal      text        NOT NULL,
    principal_name text        NOT NULL,
    at             timestamptz NOT NULL
);
CREATE INDEX stand_in_by_subject ON stand_in (subject_type, subject);
