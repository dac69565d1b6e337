-- Which answer was given under which idempotency key. The digests are keyed: they say nothing about key or request.
create table idempotency (
  key_digest     bytea       not null,
  request_digest bytea       not null,
  status         int         not null,
  body           text        not null,
  recorded_at    timestamptz not null default now(),
  constraint idempotency_pkey primary key (key_digest)
);

grant select, insert on idempotency to ledger_program;
