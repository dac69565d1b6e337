-- Consents whose term ends and whose end is not recorded yet, written in the transaction of the event, so that whoever records ends
-- finds them by their time and reads nothing else.
create table due_consent (
  subject_id uuid        not null,
  purpose_id text        not null,
  ends_at    timestamptz not null,
  primary key (subject_id, purpose_id)
);
create index due_consent_ends_at on due_consent (ends_at, subject_id, purpose_id);

insert into due_consent (subject_id, purpose_id, ends_at)
select subject_id, consent.key, (consent.value #>> '{terms,expiresAt}')::timestamptz
from current_subject, json_each(state -> 'consents') as consent
where state ->> 'status' = 'ACTIVE' and consent.value ->> 'answer' = 'GIVEN'
  and consent.value #>> '{terms,expiresAt}' is not null;

grant select, insert, update, delete on due_consent to ledger_program;
