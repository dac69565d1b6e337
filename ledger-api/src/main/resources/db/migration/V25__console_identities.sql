-- Users for whom the operator's own provider vouches, who have no account with a password here: whom its word is about.
create table console_identity (
  digest  bytea primary key,                             -- keyed hash of issuer and subject
  user_id uuid  not null unique
);

grant select, insert on console_identity to ledger_program;
