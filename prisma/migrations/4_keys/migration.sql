-- What belongs to the service, not to a project: a key is looked up by its id before its project is known.
create table api_keys (
  id text primary key,
  project text not null,
  name text not null,
  scope text not null check (scope in ('read', 'write', 'admin')),
  -- SHA-256 of the whole key.
  hash bytea not null,
  -- Given by TAPER_ADMIN_KEY.
  given boolean not null default false,
  created_at timestamptz(6) not null default current_timestamp,
  expires_at timestamptz(6),
  last_used_at timestamptz(6),
  revoked_at timestamptz(6)
);
-- A use is noted once a minute: room on the page keeps that off the indexes.
alter table api_keys set (fillfactor = 50);

create table audit_records (
  project text not null,
  id text not null,
  at timestamptz(6) not null,
  key_id text,
  key_name text,
  action text not null,
  object text,
  status integer not null,
  request_id text not null,
  -- Appends of one key to one run within a minute are one record.
  requests integer not null default 1,
  primary key (project, id)
);
create index audit_records_project_at_id_idx on audit_records (project, at desc, id desc);
create index audit_records_at_idx on audit_records (at);

-- Records are added, and dropped when they are old; nothing changes one.
create function audit_records_stay() returns trigger language plpgsql as $$
begin
  raise exception 'audit_records: a record cannot be changed';
end $$;
create trigger audit_records_stay before update on audit_records for each row execute function audit_records_stay();

create table point_counts (
  project text not null,
  -- The id of a key, or an address where no key is used.
  subject text not null,
  -- Of UTC.
  day date not null,
  points bigint not null default 0,
  primary key (project, subject, day)
);
create index point_counts_day_idx on point_counts (day);

-- Keys are for the service alone; the rest is as in 3_projects.
alter table api_keys enable row level security, force row level security;
create policy project on api_keys using (current_setting('taper.project', true) = '*');
alter table audit_records enable row level security, force row level security;
create policy project on audit_records using (project = current_setting('taper.project', true) or current_setting('taper.project', true) = '*');
alter table point_counts enable row level security, force row level security;
create policy project on point_counts using (project = current_setting('taper.project', true) or current_setting('taper.project', true) = '*');
