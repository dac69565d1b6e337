-- Personal data as ciphertext, the keys that open it, and the index that finds whose it is. Rows here are deleted when the data
-- is destroyed, which rows of the history never are.
create schema vault;
grant usage on schema vault to ledger_program;

create table vault.epoch_key (
  epoch        int         primary key,
  wrapped_key  bytea,
  created_at   timestamptz not null default now(),
  destroyed_at timestamptz
);

create table vault.system_secret (
  name       text  primary key,
  epoch      int   not null references vault.epoch_key,
  ciphertext bytea not null
);

create table vault.subject_key (
  subject_id  uuid primary key,
  epoch       int  not null references vault.epoch_key,
  wrapped_key bytea,
  state       text not null check (state in ('ACTIVE', 'DESTROY_PENDING', 'DESTROYED')),
  constraint a_destroyed_key_is_gone check ((state = 'DESTROYED') = (wrapped_key is null))
);

create table vault.personal_data (
  subject_id uuid        not null,
  field      text        not null,
  version    int         not null,
  ciphertext bytea       not null,
  stored_at  timestamptz not null default now(),
  primary key (subject_id, field, version)
);

create table vault.document (
  document_id uuid        primary key,
  subject_id  uuid        not null,
  ciphertext  bytea       not null,
  stored_at   timestamptz not null default now()
);
create index document_subject on vault.document (subject_id);

create table vault.blind_index (
  field      text  not null,
  digest     bytea not null,
  subject_id uuid  not null,
  constraint blind_index_pkey primary key (field, digest),
  constraint blind_index_one_of_a_kind unique (subject_id, field)
);

grant select, insert, update, delete on all tables in schema vault to ledger_program;
