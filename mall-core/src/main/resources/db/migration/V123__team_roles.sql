-- Who may open which page and do which act. The built-in roles are the duties that processes know;
-- of these only differences to what the doors declare are kept, so that a page of a later release
-- reaches those it is meant for. Roles of the house have what is given here and nothing else.
CREATE TABLE team_role (
    code       text        PRIMARY KEY,
    built_in   boolean     NOT NULL,
    name       text        NOT NULL, -- empty where built in: these are named by the bundles
    purpose    text        NOT NULL,
    version    bigint      NOT NULL,
    made_at    timestamptz NOT NULL,
    retired_at timestamptz,
    CHECK (built_in = (name = '')),
    CHECK (NOT (built_in AND retired_at IS NOT NULL))
);
CREATE UNIQUE INDEX team_role_name ON team_role (lower(name))
    WHERE NOT built_in AND retired_at IS NULL;
CREATE SEQUENCE team_role_code;

CREATE TABLE team_role_permission (
    role       text    NOT NULL REFERENCES team_role,
    permission text    NOT NULL,
    given      boolean NOT NULL, -- false: taken from what a built-in role usually has
    PRIMARY KEY (role, permission)
);

-- Whose tasks a role of the house takes part in. The keys of the house and one's own pay are given
-- to people, never to roles.
CREATE TABLE team_role_duty (
    role text NOT NULL REFERENCES team_role,
    duty text NOT NULL CHECK (duty NOT IN ('ADMIN', 'SALESPERSON')),
    PRIMARY KEY (role, duty)
);

CREATE TABLE staff_team_role (
    account uuid NOT NULL REFERENCES account,
    role    text NOT NULL REFERENCES team_role,
    PRIMARY KEY (account, role)
);
CREATE INDEX staff_team_role_by_role ON staff_team_role (role);
CREATE INDEX staff_role_by_role ON staff_role (role);

CREATE TABLE team_role_change (
    role          text        NOT NULL REFERENCES team_role,
    version       bigint      NOT NULL,
    what          text        NOT NULL CHECK (what IN ('MADE', 'CHANGED', 'RETIRED')),
    name          text        NOT NULL,
    gained        text[]      NOT NULL,
    lost          text[]      NOT NULL,
    duties_gained text[]      NOT NULL,
    duties_lost   text[]      NOT NULL,
    reason        text        NOT NULL,
    by_name       text        NOT NULL,
    at            timestamptz NOT NULL,
    PRIMARY KEY (role, version)
);

-- One row. Its stamp tells readers whether what they remember is still so, its lock makes changes
-- wait for each other. A stamp that was rolled back never comes again.
CREATE TABLE team_role_book (
    id    boolean PRIMARY KEY DEFAULT true CHECK (id),
    stamp uuid    NOT NULL
);
INSERT INTO team_role_book (stamp) VALUES (gen_random_uuid());

-- The duties a person has himself: given to him, or by a role of the house.
CREATE VIEW staff_duty AS
SELECT account, role FROM staff_role
UNION
SELECT m.account, d.duty FROM staff_team_role m JOIN team_role_duty d ON d.role = m.role;
