-- What staff asked to repair, in one go over one or many instances.
CREATE TABLE repair_batch (
    id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind        text        NOT NULL,
    repair      jsonb       NOT NULL,
    reason      text        NOT NULL CHECK (btrim(reason) <> ''),
    staff_login text        NOT NULL,
    staff_name  text        NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    stopped_by  text,
    stopped_at  timestamptz
);

-- One instance of a batch. Its id is the reference the engine's records carry; targets are the keys
-- of the incidents or tokens it is about, fixed before the first try, so that a repetition can
-- touch nothing new.
CREATE TABLE repair_item (
    id              bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    batch_id        bigint      NOT NULL REFERENCES repair_batch,
    instance_key    bigint      NOT NULL,
    business_number text        NOT NULL,
    targets         bigint[]    NOT NULL,
    state           text        NOT NULL CHECK (state IN ('WAITING', 'RUNNING', 'DONE', 'FAILED', 'STOPPED')),
    outcome         text,
    attempts        int         NOT NULL DEFAULT 0,
    due_at          timestamptz NOT NULL DEFAULT clock_timestamp(), -- next try, or end of a lease
    done_at         timestamptz,
    UNIQUE (batch_id, instance_key)
);
CREATE INDEX repair_item_due ON repair_item (due_at, id) WHERE state IN ('WAITING', 'RUNNING');
CREATE INDEX repair_item_by_batch ON repair_item (batch_id, state, id);
CREATE INDEX repair_item_by_instance ON repair_item (instance_key, id DESC);

-- Who looks after a group of incidents with one cause.
CREATE TABLE incident_owner (
    cause_group text        PRIMARY KEY,
    login       text        NOT NULL,
    name        text        NOT NULL,
    since       timestamptz NOT NULL DEFAULT clock_timestamp()
);
