-- What the receipt of an answer says. It is signed each time the answer is given; the key stays outside the database.
alter table idempotency add column receipt text;
