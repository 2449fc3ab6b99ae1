-- What the engine did, minute by minute: counted from the read model once and again while it may lag,
-- so that a curve of a day reads a few hundred rows, not a day of instances.
CREATE TABLE engine_pulse (
    minute    timestamptz PRIMARY KEY,
    -- instances completed or cancelled
    ended     int NOT NULL CHECK (ended >= 0),
    -- incidents that came up
    incidents int NOT NULL CHECK (incidents >= 0),
    -- how far the read model was behind, in milliseconds; null for minutes nobody looked at it
    lag       bigint CHECK (lag >= 0)
);
