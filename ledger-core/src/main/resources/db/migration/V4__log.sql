-- The tamper-evident log over the history: a leaf for each event, in the order of the events, the tiles of the Merkle tree over the
-- leaves, and what was signed of it. Whoever runs the program may add to it and change nothing.

-- The salt of an event's commitments. It stands by itself, so that it can be deleted with a payload that must go one day; the
-- leaf stays.
create table event_salt (
  position bigint primary key,
  salt     bytea  not null check (octet_length(salt) = 32)
);
insert into event_salt select position, uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) from event;

create table ledger_leaf (
  leaf_index bigint primary key check (leaf_index >= 0),
  position   bigint unique,
  entry      bytea  not null check (octet_length(entry) between 1 and 65535)
);
comment on column ledger_leaf.position is 'of the event; none for leaves about the log itself';

create table ledger_tile (
  level  int    not null,
  index  bigint not null,
  hashes bytea  not null check (octet_length(hashes) = 8192),
  root   bytea  not null check (octet_length(root) = 32),
  primary key (level, index)
);
comment on table ledger_tile is 'full tiles; what is partial is made of the leaves or of the roots one level below';

-- The verifier keys of the log, each from the leaf on that tells of it.
create table ledger_key (
  leaf_index   bigint primary key references ledger_leaf,
  verifier_key text   not null unique
);

create table ledger_checkpoint (
  size      bigint      primary key check (size > 0),
  root      bytea       not null check (octet_length(root) = 32),
  note      text        not null,
  signed_at timestamptz not null
);

grant select, insert on event_salt, ledger_leaf, ledger_tile, ledger_key, ledger_checkpoint to ledger_program;

-- Rights keep the program from changing history; these triggers keep the owner of the tables from doing it by mistake, too. Who
-- takes them away on purpose is found by the log.
create function refuse_change() returns trigger
  language plpgsql
  as $$
begin
  raise exception 'History is only added to: % of % is refused.', tg_op, tg_table_name using errcode = '42501';
end
$$;

do $$
declare
  kept text;
begin
  foreach kept in array array['event', 'ledger_leaf', 'ledger_tile', 'ledger_key', 'ledger_checkpoint'] loop
    execute format('create trigger only_added_to before update or delete or truncate on %I
                    for each statement execute function refuse_change()', kept);
    execute format('alter table %I enable always trigger only_added_to', kept);
  end loop;
end
$$;
