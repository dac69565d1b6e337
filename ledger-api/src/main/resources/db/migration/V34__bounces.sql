-- How many letters came back for good from somebody's address, until the address is another.
create table mail_bounce (
  subject_id   uuid        primary key,
  hard_bounces int         not null,
  last_at      timestamptz not null default now()
);

grant select, insert, update, delete on mail_bounce to ledger_program;
