create table operations (
  id text primary key,
  kind text not null,
  status text not null default 'queued',
  progress double precision not null default 0,
  request_id text not null,
  work jsonb not null,
  outcome jsonb,
  problem jsonb,
  numbers bigint not null,
  attempt integer not null default 0,
  lease_until timestamptz(6),
  created_at timestamptz(6) not null default current_timestamp,
  finished_at timestamptz(6)
);
create index operations_status_idx on operations (status);
create index operations_finished_at_idx on operations (finished_at);
-- Progress is written twice a second: room on the page keeps that off the indexes.
alter table operations set (fillfactor = 50);

create table operation_chunks (
  operation_id text not null references operations (id) on delete cascade on update cascade,
  part text not null,
  position integer not null,
  "values" bytea not null,
  primary key (operation_id, part, position)
);
alter table operation_chunks alter column "values" set storage external;

alter table runs add column schedule_id text;
create index runs_schedule_id_idx on runs (schedule_id);
