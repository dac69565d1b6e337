-- How far each streaming projection has come, in the transaction of its rows, and which rebuilds are under way.
create table projection_progress (
  name     text   primary key,
  position bigint not null
);

create table projection_rebuild (
  name        text        primary key,
  position    bigint      not null,
  target      bigint      not null,
  started_at  timestamptz not null,
  finished_at timestamptz,
  failure     text
);

grant select, insert, update, delete on projection_progress, projection_rebuild to ledger_program;
