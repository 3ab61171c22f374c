-- Why the last attempt at an operation broke off, for whoever gives it up.
alter table operations add column reason jsonb;

-- A key is held by one attempt, which says every few seconds that it goes on. Attempts of before that were not answered hold theirs no more.
alter table idempotency_keys add column attempt integer not null default 1;
alter table idempotency_keys add column lease_until timestamptz(6);
