-- Requests as they stand, written in the transaction of the event: the running number of a year is given here, and is given once.
create table current_request (
  request_id  uuid        primary key,
  year        int         not null,
  number      int         not null,
  subject_id  uuid,
  type        text        not null,
  status      text        not null,
  received_at timestamptz not null,
  due_at      timestamptz,
  due_day     date,
  state       json        not null,
  constraint current_request_number unique (year, number)
);
create index current_request_due on current_request (coalesce(due_at, 'infinity'), request_id);
create index current_request_open on current_request (type, due_at) where status in ('OPEN', 'PAUSED', 'OVERDUE');
create index current_request_subject on current_request (subject_id, request_id) where subject_id is not null;

comment on column current_request.due_at is 'null while the term does not run';

grant select, insert, update, delete on current_request to ledger_program;
