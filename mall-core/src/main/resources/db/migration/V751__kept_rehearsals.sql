-- What came of rehearsals of promotion rules, so that whoever pages through the customers of one does not have it worked
-- out again. Nothing follows from it: it is thrown away after some days.
CREATE TABLE deal_rehearsal (
    number       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- versions of rules that were rehearsed, in the order of their choice
    rules        text[]      NOT NULL CHECK (cardinality(rules) > 0),
    versions     int[]       NOT NULL CHECK (cardinality(versions) = cardinality(rules)),
    first_day    date        NOT NULL,
    last_day     date        NOT NULL,
    by_name      text        NOT NULL,
    at           timestamptz NOT NULL,
    orders       bigint         NOT NULL,
    goods        numeric(18, 2) NOT NULL,
    discount_now numeric(18, 2) NOT NULL,
    gifts_now    numeric(18, 2) NOT NULL,
    discount     numeric(18, 2) NOT NULL,
    gifts        numeric(18, 2) NOT NULL,
    affected     bigint         NOT NULL,
    cut          boolean        NOT NULL,
    hits         jsonb          NOT NULL
);

CREATE INDEX deal_rehearsal_by_age ON deal_rehearsal (at);

-- The greatest difference first.
CREATE TABLE deal_rehearsal_customer (
    rehearsal    bigint REFERENCES deal_rehearsal ON DELETE CASCADE,
    place        int,
    company_id   uuid           NOT NULL,
    orders       bigint         NOT NULL,
    discount_now numeric(18, 2) NOT NULL,
    gifts_now    numeric(18, 2) NOT NULL,
    discount     numeric(18, 2) NOT NULL,
    gifts        numeric(18, 2) NOT NULL,
    PRIMARY KEY (rehearsal, place)
);
