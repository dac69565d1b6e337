-- How far each webhook has been told of the history, and which node tells it. The webhooks themselves are a register; this is
-- what of them is no history.
create table webhook_feed (
  webhook_id     text        primary key,
  after_position bigint      not null,
  replay_after   bigint,
  replay_up_to   bigint,
  failures       int         not null default 0,
  failing_since  timestamptz,
  resume_at      timestamptz,
  holder         uuid,
  holder_ends    timestamptz not null default '-infinity'
);
comment on column webhook_feed.after_position is 'events up to here were taken over as deliveries, or are not for it';
comment on column webhook_feed.replay_after is 'events after here, up to replay_up_to, were asked for once more';
comment on column webhook_feed.failures is 'events that failed, one after the other, since one was delivered';
comment on column webhook_feed.resume_at is 'nothing is sent before';

-- What became of an event that a webhook is told of. What was delivered is forgotten after a while.
create table webhook_delivery (
  webhook_id   text        not null references webhook_feed,
  position     bigint      not null,
  event_id     uuid        not null,
  type         text        not null,
  aggregate_id text        not null,
  state        text        not null check (state in ('WAITING', 'DELIVERED', 'DEAD')),
  attempts     int         not null default 0,
  due_at       timestamptz not null,
  attempted_at timestamptz,
  outcome      text,
  status       int,
  primary key (webhook_id, position),
  unique (webhook_id, event_id)
);
create index webhook_delivery_waiting on webhook_delivery (webhook_id, aggregate_id, position) where state = 'WAITING';
create index webhook_delivery_state on webhook_delivery (webhook_id, state, position);
create index webhook_delivery_delivered on webhook_delivery (attempted_at) where state = 'DELIVERED';

grant select, insert, update on webhook_feed to ledger_program;
grant select, insert, update, delete on webhook_delivery to ledger_program;
