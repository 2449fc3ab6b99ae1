-- When a flow begins its work, in the mall's time of day, and how often: by connection, in place of one setting for all.
alter table flow_state
    add column pace_seconds int check (pace_seconds between 5 and 604800),
    add column opens        time,
    add column closes       time,
    add constraint flow_state_hours check ((opens is null) = (closes is null) and opens <> closes);
comment on column flow_state.pace_seconds is 'from the end of one turn to the next; null = as the setting says';
comment on column flow_state.opens is 'null = at any time';
comment on column flow_state.closes is 'the first moment outside; earlier than opens: on the next day';

-- The one place of the rule; hours that are null never close.
create function within_hours(opens time, closes time, moment time) returns boolean
    language sql immutable parallel safe
return case
           when opens < closes then moment >= opens and moment < closes
           when opens > closes then moment >= opens or moment < closes
           else true
       end;

alter table erp_connection
    add column compare_at  time,
    add column compare_due timestamptz,
    add constraint erp_connection_comparison check ((compare_at is null) = (compare_due is null));
comment on column erp_connection.compare_at is 'the mall''s time of day at which all that is switched on is compared; null = on command alone';
comment on column erp_connection.compare_due is 'when that is next';
