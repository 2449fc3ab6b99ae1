-- How far the read models were behind, minute by minute, for the curve on the first page. The engine's
-- own tables only know how far they are behind now.
CREATE TABLE exporter_lag_sample (
    minute    timestamptz NOT NULL,
    partition int         NOT NULL,
    behind_ms bigint      NOT NULL,
    PRIMARY KEY (minute, partition)
);
