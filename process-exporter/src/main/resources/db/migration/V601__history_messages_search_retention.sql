-- Alive: the exporter says so every few seconds, also when there is nothing to write. Without it an
-- idle engine and a stuck exporter would look the same.
ALTER TABLE engine.exporter_position ADD COLUMN alive_at timestamptz;

-- Which command changed the row last: what one command did has the same source_position. It ties a
-- variable's value to the job, task or message that brought it.
ALTER TABLE engine.job ADD COLUMN source_position bigint;
ALTER TABLE engine.user_task ADD COLUMN source_position bigint;
ALTER TABLE engine.waiting ADD COLUMN source_position bigint;

-- Every value a variable ever had. operation_reference: the hub's number of the repair that set it.
CREATE TABLE engine.variable_change (
  key bigint NOT NULL,
  position bigint NOT NULL,
  process_instance_key bigint NOT NULL,
  scope_key bigint NOT NULL,
  name text NOT NULL,
  value text NOT NULL,
  changed_at timestamptz NOT NULL,
  source_position bigint NOT NULL,
  operation_reference bigint,
  PRIMARY KEY (key, position)
);
CREATE INDEX variable_change_by_instance ON engine.variable_change (process_instance_key, name, position);

-- Published messages, without their contents, and the instances they reached.
CREATE TABLE engine.message (
  key bigint PRIMARY KEY,
  name text NOT NULL,
  correlation_key text NOT NULL,
  message_id text,
  state text CHECK (state IN ('PUBLISHED', 'EXPIRED')),
  published_at timestamptz,
  keep_until timestamptz,
  expired_at timestamptz,
  pos bigint NOT NULL
) WITH (fillfactor = 85);
CREATE INDEX message_by_correlation ON engine.message (correlation_key, key DESC);
CREATE INDEX message_expired ON engine.message (expired_at) WHERE state = 'EXPIRED';

CREATE TABLE engine.message_correlation (
  message_key bigint NOT NULL,
  process_instance_key bigint NOT NULL,
  element_id text NOT NULL,
  correlated_at timestamptz NOT NULL,
  PRIMARY KEY (message_key, process_instance_key, element_id)
);
CREATE INDEX message_correlation_by_instance ON engine.message_correlation (process_instance_key);

-- Commands that carried a reference and were carried out: how a repair whose answer was lost is
-- recognised.
CREATE TABLE engine.operation (
  reference bigint NOT NULL,
  kind text NOT NULL,
  process_instance_key bigint NOT NULL,
  done_at timestamptz NOT NULL,
  PRIMARY KEY (reference, kind, process_instance_key)
);
CREATE INDEX operation_by_instance ON engine.operation (process_instance_key);

-- The message with what differs from case to case taken out: incidents of one cause are one group.
ALTER TABLE engine.incident ADD COLUMN cause text NOT NULL DEFAULT '';
UPDATE engine.incident SET cause = left(error_message, 200);
CREATE INDEX incident_open_by_cause ON engine.incident (process_id, element_id, error_type, cause)
  WHERE state = 'OPEN';

-- Search. Substrings of names and messages, Chinese ones too: pairs of letters, compared as sets
-- first. An extension would do it as well, but not every database allows one.
CREATE FUNCTION engine.pairs(words text) RETURNS text[]
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  AS $$ SELECT array_agg(DISTINCT substr(lower(words), at, 2))
        FROM generate_series(1, greatest(least(length(words), 300) - 1, 1)) AS at $$;
CREATE INDEX process_instance_by_subject ON engine.process_instance USING gin (engine.pairs(subject));
CREATE INDEX incident_by_message ON engine.incident USING gin (engine.pairs(error_message));
-- A number inside a variable's JSON; null where it is none.
CREATE FUNCTION engine.number(value text) RETURNS numeric
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  AS $$ SELECT CASE WHEN length(value) < 40 AND value ~ '^"?-?[0-9]+(\.[0-9]+)?"?$'
                    THEN trim(both '"' from value)::numeric END $$;
CREATE INDEX variable_by_number ON engine.variable (name, engine.number(value)) WHERE engine.number(value) IS NOT NULL;
CREATE INDEX process_instance_by_definition ON engine.process_instance (definition_key, started_at DESC, key DESC);
CREATE INDEX process_instance_by_end ON engine.process_instance (ended_at) WHERE ended_at IS NOT NULL;

-- Durations of the heat map: the newest ends of a version.
CREATE INDEX element_instance_ended ON engine.element_instance (definition_key, ended_at DESC) WHERE ended_at IS NOT NULL;
