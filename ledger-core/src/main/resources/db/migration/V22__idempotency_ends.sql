-- Answers are kept for repetitions that come soon, not for ever: the digests are of requests that may have held personal data.
create index idempotency_recorded_at on idempotency (recorded_at);

grant delete on idempotency to ledger_program;
