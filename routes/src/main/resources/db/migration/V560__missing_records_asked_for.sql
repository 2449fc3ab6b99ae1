-- The ERP is asked by itself for the product or customer that a record waits for, not more often than now and then.
alter table quarantine add column asked_at timestamptz;
comment on column quarantine.missing is 'ERP key of the product or customer the record waits for; the ERP is asked for it, and the record is tried again by itself when that is known';
