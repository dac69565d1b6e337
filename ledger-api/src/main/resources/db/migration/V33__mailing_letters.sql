-- One row a letter. It is SENDING before it is handed to the mail server, in the transaction that records that it is permitted; so a
-- letter of which nobody knows whether it left is never sent again. The person is unknown after the data was destroyed.
create table mailing_letter (
  letter_id  uuid        primary key default gen_random_uuid(),
  mailing_id text        not null,
  subject_id uuid,
  state      text        not null default 'PENDING' check (state in
    ('PENDING', 'SENDING', 'DEFERRED', 'SENT', 'DENIED', 'BOUNCED', 'FAILED', 'SUSPENDED', 'UNKNOWN')),
  tries      int         not null default 0,
  due_at     timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  unique (mailing_id, subject_id)
);
create index mailing_letter_open on mailing_letter (mailing_id, due_at, letter_id)
  where state in ('PENDING', 'DEFERRED');
create index mailing_letter_sending on mailing_letter (mailing_id) where state = 'SENDING';
create index mailing_letter_state on mailing_letter (mailing_id, state, letter_id);
create index mailing_letter_subject on mailing_letter (subject_id) where subject_id is not null;

-- How far the audience of a mailing has been read into letters.
create table mailing_audience (
  mailing_id text    primary key,
  place      uuid,
  complete   boolean not null default false
);

grant select, insert, update, delete on mailing_letter, mailing_audience to ledger_program;
