-- So many points of the order were used for what the inspection accepted: they go back with it.
ALTER TABLE return_request
    ADD COLUMN points_back bigint NOT NULL DEFAULT 0 CHECK (points_back >= 0);
