-- Letters that mailboxes brought, each once, and how the mailboxes are. What a letter says is in the vault; here is no word of it.
create table mailbox (
  name          text        primary key,
  first_tried   timestamptz not null default now(),
  looked_at     timestamptz,
  failing_since timestamptz,
  failure       text
);

create table letter (
  letter_id    uuid        primary key,
  mailbox      text        not null,
  uid_validity bigint      not null,
  uid          bigint      not null,
  fingerprint  bytea,
  outcome      text        not null,
  cause        text,
  whole        boolean     not null,
  taken_at     timestamptz not null default now(),
  request_id   uuid,
  document_id  uuid,
  effect       text,
  filed_at     timestamptz,
  constraint letter_place unique (mailbox, uid_validity, uid),
  constraint letter_of_a_request check ((request_id is null) = (document_id is null))
);
create unique index letter_fingerprint on letter (fingerprint) where fingerprint is not null;
create index letter_effect on letter (letter_id) where effect is not null;
create index letter_unfiled on letter (mailbox, uid_validity, uid) where filed_at is null;
create index letter_taken on letter (taken_at, letter_id);
create index letter_request on letter (request_id) where request_id is not null;

comment on column letter.fingerprint is 'keyed hash of what makes it this letter; of a letter that came twice the first has it';
comment on column letter.effect is 'what is still to be done to the data of the person who wrote it';
comment on column letter.filed_at is 'when the mailbox was told that the letter is done with';

grant select, insert, update on mailbox, letter to ledger_program;
