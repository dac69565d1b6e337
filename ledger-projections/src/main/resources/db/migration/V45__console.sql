-- What the console asks again and again: which requests wait, how those of the last months ended, how consents came and went.
create index current_request_waiting on current_request (coalesce(due_at, 'infinity'), request_id)
  where status in ('OPEN', 'PAUSED', 'OVERDUE');
create index current_request_received on current_request (received_at);
create index history_consent on history (name, recorded_at, purpose_id)
  where name in ('consent.given', 'consent.renewed', 'consent.refused', 'consent.withdrawn', 'consent.expired');
