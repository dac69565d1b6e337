-- When each subject's data is due to go, as far as that is known; the first of its categories counts.
create table retention_due (
  subject_id uuid        primary key,
  version    bigint      not null,
  due_at     timestamptz not null
);
create index retention_due_at on retention_due (due_at, subject_id);

-- Registers that changed make other data due: all subjects are looked at again, from the last one looked at on.
create table retention_review (
  only_one boolean primary key default true check (only_one),
  wanted   bigint  not null,
  under_way bigint,
  looked_at uuid,
  done     bigint  not null
);
insert into retention_review (wanted, done) values (1, 0);

grant select, insert, update, delete on retention_due to ledger_program;
grant select, update on retention_review to ledger_program;
