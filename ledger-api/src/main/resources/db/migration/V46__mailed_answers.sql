-- Answers that leave by mail, to whoever left an address with the request. Whom and what they tell stands in the vault, under the key of the request.
create table mailed_answer (
  request_id   uuid        primary key,
  letter_id    uuid        references letter,
  state        text        not null check (state in ('QUEUED', 'SENT', 'REFUSED', 'GONE')),
  attempts     int         not null default 0,
  next_attempt timestamptz not null,
  settled_at   timestamptz
);
create index mailed_answer_queued on mailed_answer (next_attempt) where state = 'QUEUED';

comment on column mailed_answer.letter_id is 'the letter that the answer answers; none where the request came in another way';

grant select, insert, update on mailed_answer to ledger_program;
