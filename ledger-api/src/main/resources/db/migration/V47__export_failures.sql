-- Why an export could not be made. Of earlier ones it is not known.
alter table export_job add column failure text check (failure in ('FILE', 'LEDGER'));
