-- What the public site sends by mail: links to people's own pages, and notes that something was received. To whom stands in the vault
-- alone. Of the token that a link carries only the digest is kept; it opens the page once. Somebody whom nobody knows is entered as well,
-- and sent nothing, so that it costs the same.
create table site_letter (
  letter_id    uuid        primary key,
  kind         text        not null check (kind in ('LINK', 'RECEIVED')),
  subject_id   uuid,
  request_id   uuid,
  language     text        not null,
  state        text        not null check (state in ('PENDING', 'SENT', 'FAILED', 'NOBODY')),
  tries        int         not null default 0,
  due_at       timestamptz not null default now(),
  expires_at   timestamptz not null,
  token_digest bytea       unique
);
create index site_letter_pending on site_letter (due_at) where state = 'PENDING';
create index site_letter_expires_at on site_letter (expires_at);

-- What was asked of the public site of late, by a keyed hash of where it came from or whom it was for, so that nobody asks without end.
create table site_attempt (
  digest   bytea       not null,
  tried_at timestamptz not null
);
create index site_attempt_digest on site_attempt (digest, tried_at);
create index site_attempt_tried_at on site_attempt (tried_at);

grant select, insert, update, delete on site_letter to ledger_program;
grant select, insert, delete on site_attempt to ledger_program;
