-- Mailings as they are, written in the transaction of their events: whoever is about to send a letter sees that it was paused.
create table mailing (
  mailing_id        text        primary key,
  number            int         not null,
  purpose_id        text        not null,
  rate              int,
  content_hash      text        not null,
  content_reference uuid        not null,
  status            text        not null check (status in ('PLANNED', 'RUNNING', 'PAUSED', 'CANCELLED', 'COMPLETED')),
  planned_at        timestamptz not null,
  started_at        timestamptz,
  ended_at          timestamptz
);
create index mailing_running on mailing (started_at) where status = 'RUNNING';

grant select, insert, update, delete on mailing to ledger_program;
