-- Everything stored belongs to a project; what there is belongs to `default`. Every key begins with the project, and with the run or
-- schedule or operation where a row is part of one, so that the tables can be spread by it. A new column with a constant default
-- rewrites no table; the keys are built anew.

alter table gradient_norm_chunks drop constraint gradient_norm_chunks_run_id_norm_fkey;
alter table gradient_norm_series drop constraint gradient_norm_series_run_id_fkey;
alter table schedule_chunks drop constraint schedule_chunks_schedule_id_fkey;
alter table operation_chunks drop constraint operation_chunks_operation_id_fkey;

alter table runs add column project text not null default 'default';
alter table runs drop constraint runs_pkey, add primary key (project, id);
drop index runs_created_at_id_idx, runs_name_idx, runs_schedule_id_idx;
-- No plan would use it any more: `@>` may tell of rows that it was not to see, so the policies below are asked first.
drop index runs_labels_idx;
create index runs_project_created_at_id_idx on runs (project, created_at desc, id desc);
create index runs_project_name_idx on runs (project, name text_pattern_ops);
create index runs_project_schedule_id_idx on runs (project, schedule_id);

alter table gradient_norm_series add column project text not null default 'default';
alter table gradient_norm_series drop constraint gradient_norm_series_pkey, add primary key (project, run_id, norm);
alter table gradient_norm_series
  add foreign key (project, run_id) references runs (project, id) on delete cascade on update cascade;

alter table gradient_norm_chunks add column project text not null default 'default';
alter table gradient_norm_chunks drop constraint gradient_norm_chunks_pkey, add primary key (project, run_id, norm, sequence);
alter table gradient_norm_chunks add foreign key (project, run_id, norm)
  references gradient_norm_series (project, run_id, norm) on delete cascade on update cascade;

alter table schedules add column project text not null default 'default';
alter table schedules drop constraint schedules_identity_key, drop constraint schedules_pkey, add primary key (project, id);
drop index schedules_created_at_id_idx, schedules_run_id_created_at_id_idx;
create unique index schedules_project_identity_key on schedules (project, identity);
create index schedules_project_created_at_id_idx on schedules (project, created_at desc, id desc);
create index schedules_project_run_id_created_at_id_idx on schedules (project, run_id, created_at desc, id desc);

alter table schedule_chunks add column project text not null default 'default';
alter table schedule_chunks drop constraint schedule_chunks_pkey, add primary key (project, schedule_id, position);
alter table schedule_chunks
  add foreign key (project, schedule_id) references schedules (project, id) on delete cascade on update cascade;

alter table idempotency_keys add column project text not null default 'default';
alter table idempotency_keys drop constraint idempotency_keys_pkey, add primary key (project, key);

alter table operations add column project text not null default 'default';
alter table operations drop constraint operations_pkey, add primary key (project, id);

alter table operation_chunks add column project text not null default 'default';
alter table operation_chunks drop constraint operation_chunks_pkey, add primary key (project, operation_id, part, position);
alter table operation_chunks
  add foreign key (project, operation_id) references operations (project, id) on delete cascade on update cascade;

-- The second wall, behind the `where` of each statement: a connection sees and writes the rows of the project that it is set to, of all
-- projects where it is set to '*', and none where it is set to none. It holds the owner of the tables too; the service works as another
-- role where its user is exempt. A new table with a project needs the same two lines.
-- (select …) is asked once a statement, not once a row.
alter table runs enable row level security, force row level security;
create policy project on runs using (
  project = (select current_setting('taper.project', true)) or (select current_setting('taper.project', true)) = '*'
);
alter table gradient_norm_series enable row level security, force row level security;
create policy project on gradient_norm_series using (
  project = (select current_setting('taper.project', true)) or (select current_setting('taper.project', true)) = '*'
);
alter table gradient_norm_chunks enable row level security, force row level security;
create policy project on gradient_norm_chunks using (
  project = (select current_setting('taper.project', true)) or (select current_setting('taper.project', true)) = '*'
);
alter table schedules enable row level security, force row level security;
create policy project on schedules using (
  project = (select current_setting('taper.project', true)) or (select current_setting('taper.project', true)) = '*'
);
alter table schedule_chunks enable row level security, force row level security;
create policy project on schedule_chunks using (
  project = (select current_setting('taper.project', true)) or (select current_setting('taper.project', true)) = '*'
);
alter table idempotency_keys enable row level security, force row level security;
create policy project on idempotency_keys using (
  project = (select current_setting('taper.project', true)) or (select current_setting('taper.project', true)) = '*'
);
alter table operations enable row level security, force row level security;
create policy project on operations using (
  project = (select current_setting('taper.project', true)) or (select current_setting('taper.project', true)) = '*'
);
alter table operation_chunks enable row level security, force row level security;
create policy project on operation_chunks using (
  project = (select current_setting('taper.project', true)) or (select current_setting('taper.project', true)) = '*'
);
