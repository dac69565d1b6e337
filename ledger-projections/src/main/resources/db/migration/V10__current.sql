-- The state that decisions read, written in the transaction of the event.
create table current_subject (
  subject_id uuid   primary key,
  version    bigint not null,
  position   bigint not null,
  state      json   not null
);

create table current_register (
  kind     text   not null,
  id       text   not null,
  position bigint not null,
  state    json   not null,
  primary key (kind, id)
);
create index current_register_position on current_register (position);

grant select, insert, update, delete on current_subject, current_register to ledger_program;
