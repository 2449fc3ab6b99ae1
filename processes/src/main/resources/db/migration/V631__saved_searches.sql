-- Searches with a name, shared by those who operate. query: of the search page's URL.
CREATE TABLE saved_search (
    name     text        PRIMARY KEY CHECK (btrim(name) <> '' AND length(name) <= 60),
    query    text        NOT NULL CHECK (length(query) <= 2000),
    saved_by text        NOT NULL,
    saved_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
