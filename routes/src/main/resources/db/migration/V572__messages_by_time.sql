-- People look for a span of time, of one connection or of all, newest first. Rows arrive in the order of time, so that
-- these grow at their right edge only. The block range index on the time has nothing left to answer.
create index message_log_time on message_log (at desc, id desc);
create index message_log_connection_time on message_log (connection, at desc, id desc);
create index message_log_fault_time on message_log (at desc, id desc) where fault is not null;
drop index message_log_faults;
drop index message_log_at;
