-- A placeholder, to be replaced by the real schema: it proves that migrations run.
comment on schema public is 'The archive of Bilan';
