-- The role of the running program. It may add to the history and read it, and nothing else. Migrations run as another role.
do $$
begin
  if not exists (select from pg_roles where rolname = 'ledger_program') then
    create role ledger_program nologin;
  end if;
end
$$;

grant usage on schema public to ledger_program;

-- The history. Positions follow one another without gaps, in the order of the commits.
create table event (
  position       bigint      not null,
  event_id       uuid        not null,
  aggregate_type text        not null,
  aggregate_id   text        not null,
  sequence       bigint      not null,
  name           text        not null,
  revision       text        not null,
  recorded_at    timestamptz not null,
  payload        json        not null,
  metadata       json        not null,
  constraint event_pkey primary key (position),
  constraint event_event_id unique (event_id),
  constraint event_aggregate_sequence unique (aggregate_id, sequence)
);

comment on column event.payload is 'json and not jsonb: the bytes stay as they were written, so that their hash does';

grant select, insert on event to ledger_program;

-- Waits until it is the caller's turn to append, over all nodes; the turn ends with the transaction. Each statement of a function
-- that is volatile sees what was committed before it, so the last event is read after the wait, not before.
create function take_turn() returns table (last_position bigint, last_recorded_at timestamptz)
  language plpgsql volatile
  as $$
begin
  perform pg_advisory_xact_lock(4829);
  return query select position, recorded_at from event order by position desc limit 1;
  if not found then
    return query select 0::bigint, timestamptz 'epoch';
  end if;
end
$$;
