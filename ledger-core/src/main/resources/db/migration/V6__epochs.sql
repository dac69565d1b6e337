-- Keys of epochs follow one another. All subjects' keys are wrapped anew under the next one, and the one before is destroyed:
-- what backups and the write-ahead log keep of it opens with nothing that is left.

-- The root keys that the ledger was started with. They live elsewhere; here stand numbers and times.
create table vault.root_key (
  generation  int         primary key,
  key_id      bigint,
  since       timestamptz not null default now(),
  replaced_at timestamptz
);
comment on column vault.root_key.key_id is 'tells the key from others; unknown until the program says it';
insert into vault.root_key (generation) values (1);
grant select, insert, update on vault.root_key to ledger_program;

alter table vault.epoch_key
  add column state      text not null default 'CURRENT',
  add column retired_at timestamptz,
  add column root_key   int  not null default 1 references vault.root_key,
  add constraint epoch_key_state check (state in ('CURRENT', 'RETIRING', 'DESTROYED')),
  add constraint a_current_epoch_has_its_key check (state <> 'CURRENT' or wrapped_key is not null),
  add constraint a_destroyed_epoch_has_no_key check (state <> 'DESTROYED' or wrapped_key is null);
create unique index one_epoch_is_current on vault.epoch_key (state) where state = 'CURRENT';
comment on column vault.epoch_key.root_key is 'the last root key that wrapped it, also after it was destroyed';

-- Statistics hold values of the columns that they are about, and would keep them for longer than the rows. Nothing is planned by
-- these. (To change a column to its own type forgets what was gathered of it.)
alter table vault.epoch_key     alter wrapped_key type bytea, alter wrapped_key set statistics 0;
alter table vault.subject_key   alter wrapped_key type bytea, alter wrapped_key set statistics 0;
alter table vault.system_secret alter ciphertext  type bytea, alter ciphertext  set statistics 0;
alter table vault.personal_data alter ciphertext  type bytea, alter ciphertext  set statistics 0;
alter table vault.document      alter ciphertext  type bytea, alter ciphertext  set statistics 0;
alter table vault.blind_index   alter digest      type bytea, alter digest      set statistics 0;

-- Whoever writes a wrapped key holds its epoch until the end of the transaction; an epoch that retires takes none any more,
-- whatever a node remembers of it. This look-up does what the reference did, and more. A tombstone's epoch is the newest that
-- there was while its key lived.
alter table vault.subject_key drop constraint subject_key_epoch_fkey;
alter table vault.system_secret drop constraint system_secret_epoch_fkey;

create function vault.require_current_epoch() returns trigger language plpgsql as $$
begin
  perform from vault.epoch_key where epoch = new.epoch and state = 'CURRENT' for share;
  if not found then
    raise check_violation using
      message = format('Epoch %s takes no keys.', new.epoch),
      constraint = 'only_the_current_epoch_takes_keys';
  end if;
  return new;
end
$$;

create trigger subject_key_epoch before insert or update of wrapped_key, epoch on vault.subject_key
  for each row when (new.wrapped_key is not null) execute function vault.require_current_epoch();
create trigger system_secret_epoch before insert or update on vault.system_secret
  for each row execute function vault.require_current_epoch();

-- Destroys the key of an epoch that retires and wraps nothing any more; says whether it is gone. The table is written anew
-- without it: a row that is updated or deleted stays in the file of its table for as long as nothing happens to take its place.
-- Whoever reads the table for long, such as a dump, is not waited for.
create function vault.forget_epoch_key(gone int) returns boolean language plpgsql
  security definer set search_path = pg_catalog, vault set lock_timeout = '250ms'
  as $$
declare
  kept vault.epoch_key[];
begin
  lock table vault.epoch_key in access exclusive mode;
  if exists (select from vault.epoch_key where epoch = gone and wrapped_key is null) then
    return true;
  end if;
  if not exists (select from vault.epoch_key where epoch = gone and state = 'RETIRING')
     or exists (select from vault.subject_key where epoch = gone and wrapped_key is not null)
     or exists (select from vault.system_secret where epoch = gone) then
    raise check_violation using message = format('The key of epoch %s is in use.', gone);
  end if;
  update vault.epoch_key set wrapped_key = null where epoch = gone;
  select array_agg(each order by epoch) into kept from vault.epoch_key each;
  truncate vault.epoch_key;
  insert into vault.epoch_key select * from unnest(kept);
  return true;
exception
  when lock_not_available then
    return false;
end
$$;
revoke delete on vault.epoch_key from ledger_program;
revoke execute on function vault.forget_epoch_key from public;
grant execute on function vault.forget_epoch_key to ledger_program;
