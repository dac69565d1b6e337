-- How far each streaming projection has come; written by Axon's token store in the transaction of the projection's rows.
create table projection_token (
  processor_name text not null,
  segment        int  not null,
  token          bytea,
  token_type     text,
  timestamp      text,
  owner          text,
  primary key (processor_name, segment)
);

grant select, insert, update, delete on projection_token to ledger_program;
