-- How far a run of a flow is, and since when the oldest record waits to go out.
alter table flow_state add column read_before bigint not null default 0;
comment on column flow_state.read_before is 'what was read when the last run began';
alter table outgoing add column since timestamptz default clock_timestamp();
comment on column outgoing.since is 'when it was first to be sent; null for what was there before this was noted';
