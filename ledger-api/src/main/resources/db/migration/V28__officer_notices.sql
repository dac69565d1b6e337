-- What officers are still to be told by mail. No row is about a person: which matter it is, and no word of it. Who was told has no row.
create table officer_notice (
  notice_id bigint      generated always as identity primary key,
  officer   text        not null,
  kind      text        not null,
  matter    uuid        not null,
  since     timestamptz not null,
  due_at    timestamptz not null,
  attempts  int         not null default 0,
  letter_id uuid
);
create index officer_notice_due on officer_notice (officer, due_at);

comment on column officer_notice.officer is 'the name of the officer in the settings';
comment on column officer_notice.since is 'from when on it was to be told';
comment on column officer_notice.letter_id is 'the letter that tells it, from before the mail server is asked on; the same at each try';

-- How far the history was looked through for it, and the last day of whose reminders were told. One row, over all nodes.
create table officer_notice_progress (
  only_one       boolean primary key default true check (only_one),
  after_position bigint  not null,
  reminded_on    date    not null
);

grant select, insert, update, delete on officer_notice to ledger_program;
grant select, insert, update on officer_notice_progress to ledger_program;
