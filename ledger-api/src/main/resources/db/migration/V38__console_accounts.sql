-- How users of the console prove who they are. Their names are in the vault, their roles in the history.
create table console_account (
  user_id          uuid        primary key,
  name_digest      bytea       not null unique,          -- keyed hash of the name that they sign in by
  password         text        not null,                 -- hash, with the name of its method
  password_expired boolean     not null default true,    -- another one must be chosen before anything else
  second_factor    uuid,                                 -- where the vault keeps the secret of one-time codes
  last_code        bigint      not null default 0,       -- the step of the newest code that was used: none is used twice
  failures         int         not null default 0,       -- in a row
  locked_until     timestamptz
);

create table console_recovery_code (
  user_id uuid  not null references console_account (user_id),
  digest  bytea not null,                                -- keyed hash
  primary key (user_id, digest)
);

-- Failures to sign in by where they came from, as a keyed hash: an address may be somebody's.
create table console_failure (
  source_digest bytea       not null,
  failed_at     timestamptz not null
);
create index console_failure_source on console_failure (source_digest, failed_at);
create index console_failure_failed_at on console_failure (failed_at);

grant select, insert, update on console_account to ledger_program;
grant select, insert, delete on console_recovery_code to ledger_program;
grant select, insert, delete on console_failure to ledger_program;
