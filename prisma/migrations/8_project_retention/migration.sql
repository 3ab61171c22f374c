-- How long a project keeps superseded points, where it differs from what the service says.
create table project_retention (
  project text primary key,
  -- Null: for ever.
  superseded_days integer check (superseded_days > 0),
  changed_at timestamptz(6) not null default current_timestamp
);
alter table project_retention enable row level security, force row level security;
create policy project on project_retention using (project = current_setting('taper.project', true) or current_setting('taper.project', true) = '*');
