-- What the goods that stay cost more, since they no longer reach what took something off the order.
-- Negative where an earlier one is given back. What goes back is the shares of the lines less this.
ALTER TABLE return_request
    ADD COLUMN lost_gross numeric(18, 2) NOT NULL DEFAULT 0,
    ADD COLUMN lost_net   numeric(18, 2) NOT NULL DEFAULT 0;
