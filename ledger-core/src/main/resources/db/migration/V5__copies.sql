-- What others vouch for of a checkpoint, and how far it has been carried to the places outside. Whoever runs the program may add
-- vouchers and change none.

create table ledger_cosignature (
  size        bigint      not null references ledger_checkpoint,
  witness     text        not null,
  line        text        not null,
  received_at timestamptz not null,
  primary key (size, witness)
);
comment on column ledger_cosignature.witness is 'its verifier key, with the name';
create index ledger_cosignature_of_witness on ledger_cosignature (witness, size);

create table ledger_time_stamp (
  size        bigint      not null references ledger_checkpoint,
  authority   text        not null,
  stamped     bytea       not null,
  response    bytea       not null,
  stamped_at  timestamptz not null,
  received_at timestamptz not null,
  primary key (size, authority)
);
comment on column ledger_time_stamp.stamped is 'the bytes that the stamp is over: the checkpoint as the log signed it';
comment on column ledger_time_stamp.response is 'TimeStampResp of RFC 3161, in DER';

grant select, insert on ledger_cosignature, ledger_time_stamp to ledger_program;

do $$
declare
  kept text;
begin
  foreach kept in array array['ledger_cosignature', 'ledger_time_stamp'] loop
    execute format('create trigger only_added_to before update or delete or truncate on %I
                    for each statement execute function refuse_change()', kept);
    execute format('alter table %I enable always trigger only_added_to', kept);
  end loop;
end
$$;

-- Each place outside: what it was given last, since when it does not take more, and what it says that contradicts this database.
create table ledger_copy (
  kind          text        not null,
  place         text        not null,
  since         timestamptz not null,
  size          bigint      not null default 0,
  signatures    int         not null default 0,
  delivered_at  timestamptz,
  failure       text,
  failing_since timestamptz,
  failures      int         not null default 0,
  retry_at      timestamptz,
  seen_size     bigint,
  seen_differs  boolean     not null default false,
  primary key (kind, place)
);
comment on column ledger_copy.since is 'when the place was named first';
comment on column ledger_copy.seen_size is 'of how many leaves the place has a tree that it says is not in this database';

-- The node that carries checkpoints outside. Its turn ends by itself when it does not renew it.
create table ledger_copy_turn (
  one    boolean     primary key default true check (one),
  holder uuid,
  ends   timestamptz not null default '-infinity'
);
insert into ledger_copy_turn default values;

grant select, insert, update on ledger_copy to ledger_program;
grant select, update on ledger_copy_turn to ledger_program;
