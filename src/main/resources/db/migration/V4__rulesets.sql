-- Every ruleset that was ever drafted or has judged, complete, and what became of it. See org.bilan.archive.Rulesets.
create table ruleset (
    id         bigint      generated always as identity primary key,
    -- SHA-256 of its files; names this content and no other.
    revision   varchar(64) collate "C" not null unique,
    name       text        not null,
    origin     text        not null,
    -- A JSON object of paths and texts, compressed.
    files      bytea       not null
);

-- Appended to only: a ruleset's last step is its state, and the last step "in-force" of all is what judges.
create table ruleset_step (
    id       bigint      generated always as identity primary key,
    ruleset  bigint      not null references ruleset,
    state    text        not null,
    -- Of a draft: what it was made from, and is to replace. Of a folder none is: it replaces whatever is in force.
    base     bigint      references ruleset,
    -- Whether it was put in force because a rules folder has it.
    deployed boolean     not null,
    by       text        not null,
    why      text        not null,
    at       timestamptz not null
);
create index ruleset_step_of on ruleset_step (ruleset, id);
create index ruleset_step_in_force on ruleset_step (id) where state = 'in-force';

-- For a database where the service's login owns the tables, like the ledger's.
create function ruleset_is_never_changed() returns trigger language plpgsql as $$
begin
    raise exception 'A ruleset is kept as it is, and so is what became of it'
        using errcode = 'insufficient_privilege';
end $$;
create trigger ruleset_never_changed before update or delete on ruleset
    for each row execute function ruleset_is_never_changed();
create trigger ruleset_step_never_changed before update or delete on ruleset_step
    for each row execute function ruleset_is_never_changed();
