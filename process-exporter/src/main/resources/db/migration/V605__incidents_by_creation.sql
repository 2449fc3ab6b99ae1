-- The curve of new incidents, resolved ones too.
CREATE INDEX incident_by_creation ON engine.incident (created_at);
