-- Letters that ask for consent, until they were answered in time or not. Of the token that a letter carries only the digest is kept,
-- so that nobody but whoever reads the letter can answer; a letter that has to be written again carries another token.
create table consent_invitation (
  invitation_id uuid        primary key,
  subject_id    uuid        not null,
  state         text        not null default 'PENDING' check (state in ('PENDING', 'SENT', 'FAILED')),
  tries         int         not null default 0,
  due_at        timestamptz not null default now(),
  expires_at    timestamptz not null,
  token_digest  bytea       unique
);
create index consent_invitation_open on consent_invitation (due_at) where state = 'PENDING';
create index consent_invitation_expires_at on consent_invitation (expires_at);
create index consent_invitation_subject on consent_invitation (subject_id);

grant select, insert, update, delete on consent_invitation to ledger_program;
