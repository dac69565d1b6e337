-- Breaches as they stand, written in the transaction of the event.
create table current_breach (
  breach_id uuid        primary key,
  status    text        not null,
  found_at  timestamptz not null,
  due_at    timestamptz not null,
  state     json        not null
);
create index current_breach_found on current_breach (found_at, breach_id);
create index current_breach_waiting on current_breach (breach_id) where status in ('OPEN', 'OVERDUE');

grant select, insert, update, delete on current_breach to ledger_program;
