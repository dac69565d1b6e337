-- Since when each subject's data is known to be accurate; its review is due when that is too long ago.
create table accuracy (
  subject_id  uuid        primary key,
  version     bigint      not null,
  accurate_at timestamptz not null
);
create index accuracy_at on accuracy (accurate_at, subject_id);

grant select, insert, update, delete on accuracy to ledger_program;
