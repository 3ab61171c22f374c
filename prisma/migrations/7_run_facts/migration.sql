-- What else a trainer knows of its run, null where it does not. A new column without a default rewrites nothing.
alter table runs add column weight_decay double precision, add column clip_norm double precision;
