-- The ledgers' own function comes with a later number.
CREATE FUNCTION refuse_change_of_coupons() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    RAISE EXCEPTION 'Rows of % are never changed or deleted: what replaces them is added', TG_TABLE_NAME;
END
$$;

-- A kind of coupon through all its versions: the lock that serialises what is given of it, and the
-- figures that must be provable.
CREATE TABLE coupon_kind (
    code        text PRIMARY KEY,
    way         text        NOT NULL
        CHECK (way IN ('CENTRE', 'CODE', 'PUSH', 'NEWCOMER', 'REPURCHASE')),
    version     int         NOT NULL CHECK (version > 0),
    -- what buyers type, of kinds that are given by code
    typed       text CHECK (typed <> ''),
    issued      int         NOT NULL DEFAULT 0,
    used        int         NOT NULL DEFAULT 0,
    created_at  timestamptz NOT NULL,
    stopped_at  timestamptz,
    stopped_by  text,
    stop_reason text        NOT NULL DEFAULT '',
    CHECK (used BETWEEN 0 AND issued),
    CHECK ((way = 'CODE') = (typed IS NOT NULL)),
    CHECK ((stopped_at IS NULL) = (stopped_by IS NULL))
);

CREATE SEQUENCE coupon_kind_number MINVALUE 1;
CREATE INDEX coupon_kind_newest ON coupon_kind (created_at DESC, code DESC);
CREATE INDEX coupon_kind_live ON coupon_kind (way, code) WHERE stopped_at IS NULL;
CREATE UNIQUE INDEX coupon_kind_typed ON coupon_kind (typed) WHERE stopped_at IS NULL;

-- What the kind gives: never changed, so that those who hold a coupon keep what they were promised.
CREATE TABLE coupon_kind_version (
    code        text           NOT NULL REFERENCES coupon_kind,
    version     int            NOT NULL,
    name        text           NOT NULL CHECK (name <> ''),
    threshold   numeric(18, 2) NOT NULL CHECK (threshold >= 0),
    amount      numeric(18, 2) CHECK (amount > 0),
    percent     numeric(5, 2) CHECK (percent > 0 AND percent <= 100),
    cap         numeric(18, 2) CHECK (cap > 0),
    scope       text           NOT NULL CHECK (scope IN ('ALL', 'PRODUCTS', 'CATEGORIES', 'TAGS')),
    -- product ids, categories or tags
    scope_of    text[]         NOT NULL,
    -- words of payment methods; empty: any
    payments    text[]         NOT NULL,
    valid_from  date,
    valid_until date,
    valid_days  int CHECK (valid_days BETWEEN 0 AND 3660),
    -- how many are ever given, over all versions
    issue_limit int CHECK (issue_limit > 0),
    per_buyer   int            NOT NULL CHECK (per_buyer > 0),
    combinable  boolean        NOT NULL,
    reason      text           NOT NULL CHECK (reason <> ''),
    by_id       text           NOT NULL,
    by_name     text           NOT NULL,
    at          timestamptz    NOT NULL,
    PRIMARY KEY (code, version),
    CHECK ((amount IS NULL) <> (percent IS NULL)),
    CHECK ((cap IS NOT NULL) <= (percent IS NOT NULL)),
    CHECK ((scope = 'ALL') = (cardinality(scope_of) = 0)),
    CHECK ((valid_days IS NULL) = (valid_from IS NOT NULL AND valid_until IS NOT NULL)),
    CHECK (valid_until >= valid_from)
);

CREATE TRIGGER coupon_kind_version_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON coupon_kind_version
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_coupons();

-- Coupons of companies. The state is the one after the latest entry.
CREATE TABLE coupon (
    number       text PRIMARY KEY,
    kind_code    text        NOT NULL,
    kind_version int         NOT NULL,
    company_id   uuid        NOT NULL,
    -- as it was when the coupon was given, for lists
    company_name text        NOT NULL,
    -- what it was given for: the same thing again gives no other
    given_for    text        NOT NULL,
    given_at     timestamptz NOT NULL,
    valid_from   timestamptz NOT NULL,
    valid_until  timestamptz NOT NULL,
    state        text        NOT NULL CHECK (state IN ('FREE', 'HELD', 'USED', 'EXPIRED')),
    order_number text,
    -- when its company was told that it ends soon
    reminded_at  timestamptz,
    FOREIGN KEY (kind_code, kind_version) REFERENCES coupon_kind_version,
    UNIQUE (kind_code, company_id, given_for),
    CHECK (valid_until > valid_from),
    CHECK ((state IN ('HELD', 'USED')) = (order_number IS NOT NULL))
);

CREATE SEQUENCE coupon_number MINVALUE 1;
CREATE INDEX coupon_of_company ON coupon (company_id, state, valid_until, number);
CREATE INDEX coupon_of_order ON coupon (order_number) WHERE order_number IS NOT NULL;
CREATE INDEX coupon_of_kind ON coupon (kind_code, given_at DESC, number DESC);
CREATE INDEX coupon_ending ON coupon (valid_until, number) WHERE state = 'FREE';

CREATE TABLE coupon_entry (
    sequence        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    coupon_number   text        NOT NULL REFERENCES coupon,
    kind            text        NOT NULL
        CHECK (kind IN ('CLAIM', 'HOLD', 'USE', 'RELEASE', 'EXPIRE')),
    -- what it stems from: an order, an act of the desk, a day
    document        text        NOT NULL,
    state_before    text,
    state_after     text        NOT NULL,
    at              timestamptz NOT NULL,
    by_actor        text        NOT NULL,
    note            text        NOT NULL,
    idempotency_key text        NOT NULL,
    UNIQUE (coupon_number, idempotency_key),
    CHECK ((kind = 'CLAIM') = (state_before IS NULL)),
    CHECK ((kind, coalesce(state_before, ''), state_after) IN (
        ('CLAIM', '', 'FREE'), ('HOLD', 'FREE', 'HELD'), ('USE', 'HELD', 'USED'),
        ('RELEASE', 'HELD', 'FREE'), ('RELEASE', 'USED', 'FREE'), ('EXPIRE', 'FREE', 'EXPIRED')))
);

CREATE INDEX coupon_entry_of_coupon ON coupon_entry (coupon_number, sequence);
-- orders that gave their coupons back hold none again
CREATE INDEX coupon_entry_of_document ON coupon_entry (document) WHERE kind = 'RELEASE';

CREATE TRIGGER coupon_entry_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON coupon_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_coupons();

-- Companies that had their welcome: once ever.
CREATE TABLE coupon_newcomer (
    company_id uuid PRIMARY KEY,
    document   text        NOT NULL,
    at         timestamptz NOT NULL
);
