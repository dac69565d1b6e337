-- Acknowledgements that are to be sent, each once at most. To whom and in answer to what stands in the letter, which the vault keeps.
create table acknowledgement (
  letter_id      uuid        primary key references letter,
  language       text        not null,
  address_digest bytea,
  queued_at      timestamptz not null default now(),
  state          text        not null check (state in ('QUEUED', 'SENDING', 'SENT', 'REFUSED', 'UNCERTAIN', 'GONE', 'TOO_MANY')),
  attempts       int         not null default 0,
  next_attempt   timestamptz not null default now(),
  settled_at     timestamptz
);
create index acknowledgement_queued on acknowledgement (next_attempt) where state in ('QUEUED', 'SENDING');
create index acknowledgement_address on acknowledgement (address_digest, queued_at) where address_digest is not null;

comment on column acknowledgement.address_digest is 'keyed hash of the address, for a day, so that two programs cannot answer each other for ever';

grant select, insert, update on acknowledgement to ledger_program;
