-- Subjects by what is true of them; one row a subject, and one for each of its answers.
create table subject_search (
  subject_id    uuid        primary key,
  version       bigint      not null,
  status        text        not null,
  language      text,
  restricted    boolean     not null,
  registered_at timestamptz not null
);
create index subject_search_status on subject_search (status, subject_id);

create table consent_search (
  subject_id     uuid        not null references subject_search on delete cascade,
  purpose_id     text        not null,
  answer         text        not null,
  policy_version text,
  effective_at   timestamptz not null,
  expires_at     timestamptz,
  primary key (subject_id, purpose_id)
);
create index consent_search_purpose on consent_search (purpose_id, answer, subject_id);

grant select, insert, update, delete on subject_search, consent_search to ledger_program;
