-- Why the last attempt at an operation broke off, for whoever gives it up.
alter table operations add column reason jsonb;
