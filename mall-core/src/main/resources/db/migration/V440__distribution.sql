-- Whether goods are distributed through share links, and for how many days a click counts. The
-- newest row counts; without a row nothing is distributed.
CREATE TABLE distribution_terms (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    enabled     boolean     NOT NULL,
    window_days integer     NOT NULL CHECK (window_days BETWEEN 1 AND 90),
    reason      text        NOT NULL CHECK (reason <> ''),
    by_id       text        NOT NULL,
    by_name     text        NOT NULL,
    at          timestamptz NOT NULL
);
CREATE TRIGGER distribution_terms_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON distribution_terms
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_entries();

-- Who may share. Whoever has somebody above stands on the second level, and only the first level
-- has somebody below: a third level, a circle, and a step down of one who has people below are
-- refused by the foreign key.
CREATE TABLE distributor (
    login        text PRIMARY KEY CHECK (login <> '' AND login = lower(login)),
    name         text        NOT NULL,
    level        smallint    NOT NULL,
    parent       text,
    parent_level smallint GENERATED ALWAYS AS (CASE WHEN parent IS NOT NULL THEN 1::smallint END) STORED,
    reason       text        NOT NULL CHECK (reason <> ''),
    by_id        text        NOT NULL,
    by_name      text        NOT NULL,
    since        timestamptz NOT NULL,
    ended_at     timestamptz,
    ended_by     text,
    end_reason   text,
    UNIQUE (login, level),
    CONSTRAINT distributors_stand_on_two_levels_at_most CHECK (level BETWEEN 1 AND 2),
    CONSTRAINT the_second_level_has_one_above CHECK ((level = 2) = (parent IS NOT NULL)),
    CONSTRAINT one_above_stands_on_the_first_level
        FOREIGN KEY (parent, parent_level) REFERENCES distributor (login, level),
    CHECK ((ended_at IS NULL) = (ended_by IS NULL) AND (ended_at IS NULL) = (end_reason IS NULL))
);
CREATE INDEX distributor_below ON distributor (parent);

CREATE TABLE share_link (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code          text        NOT NULL UNIQUE CHECK (length(code) >= 16),
    distributor   text        NOT NULL REFERENCES distributor,
    -- null: the whole mall
    product_id    uuid,
    product_code  text        NOT NULL,
    product_name  text        NOT NULL,
    note          text        NOT NULL,
    -- Asia/Shanghai days, both included
    first_day     date        NOT NULL,
    last_day      date        NOT NULL CHECK (last_day >= first_day),
    made_at       timestamptz NOT NULL,
    revoked_at    timestamptz,
    revoked_by    text,
    revoke_reason text,
    CHECK ((product_id IS NULL) = (product_code = '')),
    CHECK ((revoked_at IS NULL) = (revoked_by IS NULL)
        AND (revoked_at IS NULL) = (revoke_reason IS NULL))
);
CREATE INDEX share_link_of_distributor ON share_link (distributor, id DESC);
CREATE INDEX share_link_not_revoked ON share_link (last_day, id DESC) WHERE revoked_at IS NULL;
CREATE INDEX share_link_search ON share_link USING gin
    (lower(distributor || ' ' || product_code || ' ' || product_name || ' ' || note) gin_trgm_ops);

-- How often a link was opened, and nothing of who did.
CREATE TABLE share_visit_day (
    link_id bigint NOT NULL REFERENCES share_link,
    day     date   NOT NULL,
    visits  bigint NOT NULL CHECK (visits > 0),
    PRIMARY KEY (link_id, day)
);

-- Through which links a buyer came, as long as that can count.
CREATE TABLE share_click (
    login      text        NOT NULL CHECK (login = lower(login)),
    link_id    bigint      NOT NULL REFERENCES share_link,
    clicked_at timestamptz NOT NULL,
    PRIMARY KEY (login, link_id)
);

-- Signs what a guest's browser keeps for the mall until it signs in; the same on every node.
CREATE TABLE share_key (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    secret   text NOT NULL
);
INSERT INTO share_key (secret)
VALUES (replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''));
