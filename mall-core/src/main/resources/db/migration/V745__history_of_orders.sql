-- Entries of an order's history are written by plain statements, several in one trip; a value of a sequence that goes
-- by 50 is the last of the 50 that another node of the version before may use, so none is used twice.
ALTER TABLE order_timeline ALTER id SET DEFAULT nextval('order_timeline_seq');
ALTER TABLE order_licence_check ALTER id SET DEFAULT nextval('order_licence_check_seq');
