-- How long superseded points are kept. Rows that are there count from now on; a constant default rewrites no table.

alter table gradient_norm_chunks
  add column stored_at timestamptz(6) not null default current_timestamp,
  -- Where superseded points were removed: how many sequences the row stands for, and those of the points that are left (float64, little-endian).
  add column span integer,
  add column sequences bytea;
alter table gradient_norm_chunks alter column sequences set storage external;

-- Points superseded before then are gone.
alter table gradient_norm_series add column purged_before timestamptz(6);
