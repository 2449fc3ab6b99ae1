-- What operators ask: who stands at an element, who suffers from one cause, what runs in a version,
-- which short text a variable holds.
CREATE INDEX element_instance_standing ON engine.element_instance (element_id, process_instance_key) WHERE state = 'ACTIVE';
CREATE INDEX process_instance_running ON engine.process_instance (definition_key) WHERE state = 'ACTIVE';
CREATE INDEX variable_by_text ON engine.variable USING gin (engine.pairs(value))
  WHERE left(value, 1) = '"' AND length(value) <= 80;

-- One cause: the same error at the same place.
CREATE FUNCTION engine.cause_group(process_id text, element_id text, error_type text, cause text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT md5(process_id || '|' || element_id || '|' || error_type || '|' || cause) $$;
CREATE INDEX incident_open_by_group ON engine.incident
  (engine.cause_group(process_id, element_id, error_type, cause), key) WHERE state = 'OPEN';
