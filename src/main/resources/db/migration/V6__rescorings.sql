-- Runs that judge the archive, or a part of it, anew. See org.bilan.archive.Rescorings.

create table rescoring (
    id             bigint      generated always as identity primary key,
    ruleset        bigint      not null references ruleset,
    -- Of a dry run by a ruleset that is not in force: the revision that it is compared with.
    base           varchar(64) collate "C",
    -- JSON: which dossiers.
    filter         text        not null,
    dry_run        boolean     not null,
    state          text        not null,
    -- Why it failed.
    reason         text,
    by             text        not null,
    begun_at       timestamptz not null,
    ended_at       timestamptz,
    -- How many there were when it began.
    total          bigint      not null,
    -- The checkpoint: all incidents up to this one are done, in so many chunks.
    done_up_to     varchar(128) collate "C" not null default '',
    chunks         bigint      not null default 0,
    dossiers       bigint      not null default 0,
    appended       bigint      not null default 0,
    failed         bigint      not null default 0,
    -- Who works on it, when that was last heard of, and since when and from where on: its speed.
    worker         uuid,
    heard_at       timestamptz,
    since          timestamptz,
    since_dossiers bigint      not null default 0
);
create index rescoring_running on rescoring (id) where state = 'running';

-- What a chunk moved: written in the transaction that moved it, and merged by who asks.
create table rescoring_chunk (
    rescoring bigint      not null references rescoring,
    number    bigint      not null,
    movement  bytea       not null,
    at        timestamptz not null,
    primary key (rescoring, number)
);

-- Dossiers that could not be judged. No reference to the dossier: it may be deleted, and the run stays what it was.
create table rescoring_failure (
    rescoring bigint       not null references rescoring,
    incident  varchar(128) collate "C" not null,
    version   bigint       not null,
    reason    text         not null,
    primary key (rescoring, incident)
);

-- For a database where the service's login owns the tables, like the ledger's.
create function rescoring_is_never_changed() returns trigger language plpgsql as $$
begin
    raise exception 'What a rescoring did stays as it was' using errcode = 'insufficient_privilege';
end $$;
create trigger rescoring_chunk_never_changed before update or delete on rescoring_chunk
    for each row execute function rescoring_is_never_changed();
create trigger rescoring_failure_never_changed before update or delete on rescoring_failure
    for each row execute function rescoring_is_never_changed();
