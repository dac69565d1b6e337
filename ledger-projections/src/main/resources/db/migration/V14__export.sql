-- Exports that were asked for, and how far their making has come. What was handed out is also an event.
create table export_job (
  export_id    uuid        primary key,
  format       text        not null,
  scope        json        not null,
  attempt      int         not null default 0,
  state        text        not null check (state in ('REQUESTED', 'RUNNING', 'DONE', 'FAILED', 'EXPIRED')),
  requested_at timestamptz not null default now(),
  worked_on_at timestamptz,
  size         bigint,
  events       bigint      not null default 0,
  events_in_all bigint,
  bytes        bigint,
  sha256       text,
  finished_at  timestamptz
);
create index export_job_open on export_job (requested_at) where state in ('REQUESTED', 'RUNNING');
create index export_job_requested_at on export_job (requested_at, export_id);

grant select, insert, update, delete on export_job to ledger_program;
