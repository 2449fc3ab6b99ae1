-- Which document a transfer stands for, by its bank reference: one transfer is booked once, whatever
-- it pays. What was taken back lets its transfer go, which stays written down here.
CREATE TABLE bank_transfer (
    document    text PRIMARY KEY CHECK (document <> ''),
    reference   text        NOT NULL CHECK (reference <> ''),
    claimed_at  timestamptz NOT NULL,
    released_at timestamptz
);

CREATE UNIQUE INDEX bank_transfer_reference ON bank_transfer (reference)
    WHERE released_at IS NULL;
