-- What a caller changes he names by the version he has read, so that nobody writes over what another has changed meanwhile.
ALTER TABLE t_item
    ADD COLUMN category text   NOT NULL DEFAULT '',
    ADD COLUMN version  bigint NOT NULL DEFAULT 1;
ALTER TABLE t_customer
    ADD COLUMN version bigint NOT NULL DEFAULT 1;
