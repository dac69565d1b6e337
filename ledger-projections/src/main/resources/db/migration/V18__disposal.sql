-- The disposals of each subject, as its history tells them; position is that of the event with which one begins.
create table disposal (
  disposal_id   uuid     primary key,
  subject_id    uuid     not null,
  position      bigint   not null unique,
  version       bigint   not null,
  progress      text     not null,
  outstanding   boolean  not null,
  done_position bigint,
  content       json     not null
);
create index disposal_subject on disposal (subject_id, position);
create index disposal_progress on disposal (progress, position);
create index disposal_outstanding on disposal (position) where outstanding;

grant select, insert, update, delete on disposal to ledger_program;
