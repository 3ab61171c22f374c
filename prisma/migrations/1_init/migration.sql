-- Runs, their gradient norms, schedules, idempotency keys. Breaks nothing: there is nothing before it.

create table runs (
  id text primary key,
  name text,
  optimizer text,
  total_steps bigint,
  peak_learning_rate double precision,
  labels jsonb not null default '{}',
  step_unit text not null default 'steps',
  created_at timestamptz(6) not null default current_timestamp,
  updated_at timestamptz(6) not null default current_timestamp
);
create index runs_created_at_id_idx on runs (created_at desc, id desc);
create index runs_name_idx on runs (name text_pattern_ops);
create index runs_labels_idx on runs using gin (labels jsonb_path_ops);

create table gradient_norm_series (
  run_id text not null references runs (id) on delete cascade on update cascade,
  norm text not null,
  version bigint not null,
  sequence bigint not null default 0,
  points bigint not null default 0,
  first_step bigint,
  last_step bigint,
  non_finite bigint not null default 0,
  primary key (run_id, norm)
);
-- The head is updated by every append: room on its page keeps those updates off the index (heap-only tuples).
alter table gradient_norm_series set (fillfactor = 50);

create table gradient_norm_chunks (
  run_id text not null,
  norm text not null,
  sequence bigint not null,
  count integer not null,
  first_step bigint not null,
  last_step bigint not null,
  stride bigint,
  steps bytea,
  "values" bytea not null,
  resume_from bigint,
  primary key (run_id, norm, sequence),
  foreign key (run_id, norm) references gradient_norm_series (run_id, norm) on delete cascade on update cascade
);
-- Noise does not compress: trying costs more than it saves. A thousand points fit into their row, the rest goes out of line.
alter table gradient_norm_chunks alter column "values" set storage external;
alter table gradient_norm_chunks alter column steps set storage external;
alter table gradient_norm_chunks set (toast_tuple_target = 8160);

create table schedules (
  id text primary key,
  identity text unique,
  name text,
  run_id text,
  run_deleted boolean not null default false,
  rule text not null,
  parameters jsonb not null default '{}',
  steps integer not null,
  peak_learning_rate double precision,
  report jsonb,
  digest text not null,
  created_at timestamptz(6) not null default current_timestamp
);
create index schedules_created_at_id_idx on schedules (created_at desc, id desc);
create index schedules_run_id_created_at_id_idx on schedules (run_id, created_at desc, id desc);

create table schedule_chunks (
  schedule_id text not null references schedules (id) on delete cascade on update cascade,
  position integer not null,
  "values" bytea not null,
  primary key (schedule_id, position)
);
alter table schedule_chunks alter column "values" set storage external;

create table idempotency_keys (
  key text primary key,
  fingerprint text not null,
  resource_id text not null,
  status integer,
  headers jsonb,
  body text,
  claimed_at timestamptz(6) not null default current_timestamp
);
create index idempotency_keys_claimed_at_idx on idempotency_keys (claimed_at);
