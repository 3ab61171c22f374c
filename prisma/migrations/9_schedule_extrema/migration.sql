-- The smallest and the largest multiplier of each of up to 4096 stretches of a long schedule (float64, little-endian): a picture of it needs no more.
-- Null for short schedules, and for those that were stored before.
alter table schedules add column extrema bytea;
alter table schedules alter column extrema set storage external;
