-- How long a buyer may announce again when finance declines his transfer and the time to pay is over
-- or nearly so: part of what two of finance agree on with the account.
ALTER TABLE house_account ADD COLUMN grace_hours integer NOT NULL DEFAULT 24
    CHECK (grace_hours BETWEEN 1 AND 720);
ALTER TABLE house_account ALTER COLUMN grace_hours DROP DEFAULT;

-- Until when an order waits besides, since a transfer announced for it was declined; once an order.
ALTER TABLE order_transfer ADD COLUMN grace_until timestamptz;
