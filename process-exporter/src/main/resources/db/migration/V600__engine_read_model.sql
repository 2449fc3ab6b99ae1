-- What the engine did and does, for people to see. Written by the process exporter alone, inside the broker.
-- Keys are the engine's; pos is the position of the last log record that changed the row.
CREATE SCHEMA IF NOT EXISTS engine;

-- How far each partition is exported; moved in the same transaction as the rows.
CREATE TABLE engine.exporter_position (
  partition_id int PRIMARY KEY,
  position bigint NOT NULL,
  record_at timestamptz,
  exported_at timestamptz NOT NULL
);

CREATE TABLE engine.process_definition (
  key bigint PRIMARY KEY,
  process_id text NOT NULL,
  version int NOT NULL,
  version_tag text,
  resource_name text NOT NULL,
  bpmn_xml text NOT NULL,
  deployed_at timestamptz NOT NULL,
  deleted boolean NOT NULL
);
CREATE INDEX process_definition_by_id ON engine.process_definition (process_id, version DESC);

CREATE TABLE engine.process_instance (
  key bigint PRIMARY KEY,
  process_id text NOT NULL,
  version int,
  definition_key bigint NOT NULL,
  state text NOT NULL CHECK (state IN ('ACTIVE', 'COMPLETED', 'CANCELED')),
  parent_instance_key bigint,
  parent_element_key bigint,
  business_number text,
  subject text,
  started_at timestamptz NOT NULL,
  ended_at timestamptz,
  pos bigint NOT NULL
) WITH (fillfactor = 85);
CREATE INDEX process_instance_by_process ON engine.process_instance (process_id, state, started_at DESC, key DESC);
CREATE INDEX process_instance_by_state ON engine.process_instance (state, started_at DESC, key DESC);
CREATE INDEX process_instance_by_start ON engine.process_instance (started_at DESC, key DESC);
CREATE INDEX process_instance_by_number ON engine.process_instance (business_number text_pattern_ops);
CREATE INDEX process_instance_by_parent ON engine.process_instance (parent_instance_key) WHERE parent_instance_key IS NOT NULL;

CREATE TABLE engine.element_instance (
  key bigint PRIMARY KEY,
  process_instance_key bigint NOT NULL,
  definition_key bigint NOT NULL,
  scope_key bigint NOT NULL,
  element_id text NOT NULL,
  element_type text NOT NULL,
  state text CHECK (state IN ('ACTIVE', 'COMPLETED', 'TERMINATED')),
  started_at timestamptz,
  ended_at timestamptz,
  pos bigint NOT NULL
) WITH (fillfactor = 85);
CREATE INDEX element_instance_by_instance ON engine.element_instance (process_instance_key, key);
CREATE INDEX element_instance_active ON engine.element_instance (definition_key, element_id, process_instance_key) WHERE state = 'ACTIVE';
CREATE INDEX element_instance_tokens ON engine.element_instance (process_instance_key) WHERE state = 'ACTIVE';

-- The path: which flows an instance went along, each once however often it was taken.
CREATE TABLE engine.sequence_flow (
  process_instance_key bigint NOT NULL,
  flow_id text NOT NULL,
  taken_at timestamptz NOT NULL,
  pos bigint NOT NULL,
  PRIMARY KEY (process_instance_key, flow_id)
);

-- value is JSON text. Exact look-up: name = ? AND left(value, 100) = left(?, 100) AND value = ?
CREATE TABLE engine.variable (
  key bigint PRIMARY KEY,
  process_instance_key bigint NOT NULL,
  scope_key bigint NOT NULL,
  name text NOT NULL,
  value text NOT NULL,
  changed_at timestamptz NOT NULL,
  pos bigint NOT NULL
);
CREATE INDEX variable_by_instance ON engine.variable (process_instance_key, name);
CREATE INDEX variable_by_value ON engine.variable (name, left(value, 100));

CREATE TABLE engine.job (
  key bigint PRIMARY KEY,
  process_instance_key bigint NOT NULL,
  element_instance_key bigint NOT NULL,
  element_id text NOT NULL,
  type text NOT NULL,
  kind text NOT NULL,
  state text CHECK (state IN ('CREATED', 'COMPLETED', 'FAILED', 'TIMED_OUT', 'ERROR_THROWN', 'CANCELED')),
  retries int NOT NULL,
  worker text,
  error_code text,
  error_message text,
  created_at timestamptz,
  changed_at timestamptz NOT NULL,
  pos bigint NOT NULL
) WITH (fillfactor = 85);
CREATE INDEX job_by_instance ON engine.job (process_instance_key, key);
CREATE INDEX job_unfinished ON engine.job (type, state) WHERE state IN ('CREATED', 'FAILED', 'TIMED_OUT');

CREATE TABLE engine.incident (
  key bigint PRIMARY KEY,
  process_instance_key bigint NOT NULL,
  element_instance_key bigint NOT NULL,
  element_id text NOT NULL,
  process_id text NOT NULL,
  job_key bigint,
  error_type text NOT NULL,
  error_message text NOT NULL,
  state text CHECK (state IN ('OPEN', 'RESOLVED')),
  created_at timestamptz,
  resolved_at timestamptz,
  pos bigint NOT NULL
);
CREATE INDEX incident_by_instance ON engine.incident (process_instance_key);
CREATE INDEX incident_open ON engine.incident (created_at DESC, key DESC) WHERE state = 'OPEN';
CREATE INDEX incident_open_by_instance ON engine.incident (process_instance_key) WHERE state = 'OPEN';

CREATE TABLE engine.user_task (
  key bigint PRIMARY KEY,
  process_instance_key bigint NOT NULL,
  element_instance_key bigint NOT NULL,
  element_id text NOT NULL,
  process_id text NOT NULL,
  definition_key bigint NOT NULL,
  assignee text,
  candidate_groups text[] NOT NULL,
  candidate_users text[] NOT NULL,
  due_at timestamptz,
  follow_up_at timestamptz,
  priority int NOT NULL,
  state text CHECK (state IN ('OPEN', 'COMPLETED', 'CANCELED')),
  action text,
  created_at timestamptz,
  ended_at timestamptz,
  pos bigint NOT NULL
) WITH (fillfactor = 85);
CREATE INDEX user_task_by_instance ON engine.user_task (process_instance_key);
CREATE INDEX user_task_open_by_group ON engine.user_task USING gin (candidate_groups) WHERE state = 'OPEN';
CREATE INDEX user_task_open_by_assignee ON engine.user_task (assignee, priority DESC, due_at) WHERE state = 'OPEN';
CREATE INDEX user_task_open_by_urgency ON engine.user_task (priority DESC, due_at, key) WHERE state = 'OPEN';
CREATE INDEX user_task_open_by_element ON engine.user_task (process_id, element_id) WHERE state = 'OPEN';
CREATE INDEX user_task_by_creation ON engine.user_task (created_at DESC, key DESC);

-- What an instance waits for: a message of that name and correlation key, or a timer's due time.
CREATE TABLE engine.waiting (
  key bigint PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('MESSAGE', 'TIMER')),
  process_instance_key bigint NOT NULL,
  element_instance_key bigint NOT NULL,
  element_id text NOT NULL,
  message_name text,
  correlation_key text,
  due_at timestamptz,
  open boolean NOT NULL,
  since timestamptz NOT NULL,
  pos bigint NOT NULL
);
CREATE INDEX waiting_by_instance ON engine.waiting (process_instance_key) WHERE open;
CREATE INDEX waiting_for_message ON engine.waiting (message_name, correlation_key) WHERE open;
