-- Counts changes of the password, so that a session opened under an older one can be told.
ALTER TABLE account ADD COLUMN password_version int NOT NULL DEFAULT 0;
