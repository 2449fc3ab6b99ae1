-- What the engine must be told: written in the transaction of the business change it stems from,
-- sent after it, kept for ever as inbox: the same command is never told twice.
CREATE TABLE engine_command (
    id              bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    command_key     text        NOT NULL UNIQUE,
    message         text        NOT NULL,
    correlation_key text        NOT NULL,
    variables       jsonb       NOT NULL,
    time_to_live    bigint      NOT NULL, -- milliseconds the engine keeps it for a receiver
    created_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    due_at          timestamptz NOT NULL DEFAULT clock_timestamp(), -- next try, or end of a lease
    attempts        int         NOT NULL DEFAULT 0,
    last_error      text,
    done_at         timestamptz
);
CREATE INDEX engine_command_due ON engine_command (due_at, id) WHERE done_at IS NULL;
CREATE INDEX engine_command_by_correlation ON engine_command (correlation_key, id);

-- One process instance per business number, ever: the first to claim it runs, others end at once.
CREATE TABLE instance_claim (
    process         text        NOT NULL,
    business_number text        NOT NULL,
    instance_key    bigint      NOT NULL,
    claimed_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (process, business_number)
);
