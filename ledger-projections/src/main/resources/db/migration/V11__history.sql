-- Where to find events by what people ask for; the events themselves stay where they are.
create table history (
  position    bigint      primary key,
  name        text        not null,
  subject_id  uuid,
  purpose_id  text,
  actor       text,
  recorded_at timestamptz not null
);
create index history_subject on history (subject_id, position) where subject_id is not null;
create index history_purpose on history (purpose_id, position) where purpose_id is not null;
create index history_name on history (name, position);
create index history_actor on history (actor, position);
create index history_recorded_at on history (recorded_at, position);

grant select, insert, update, delete on history to ledger_program;
