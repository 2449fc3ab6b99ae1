-- Connections made before there were returns read them too.
insert into flow_state (connection, flow)
select name, 'erp-return-status-in' from erp_connection
on conflict do nothing;
