-- Who may enter, and what was done. See org.bilan.access and org.bilan.ledger.

-- One row: with which secret this archive was begun. A service with another one would seal what nobody can verify.
create table installation (
    only_one     boolean     primary key default true check (only_one),
    secret_check bytea       not null,
    begun_at     timestamptz not null
);

create table person (
    name       varchar(64) collate "C" primary key,
    -- Argon2id, in the form that names its costs; null: this person enters by token or by a trusted proxy only.
    password   text,
    roles      text[]      not null,
    disabled   boolean     not null default false,
    created_at timestamptz not null,
    changed_at timestamptz not null
);

create table token (
    id         varchar(32) collate "C" primary key,
    person     varchar(64) collate "C" not null references person,
    label      text        not null,
    -- SHA-256 of what only its bearer knows: 256 random bits, which nobody can guess from a fast hash either.
    hash       bytea       not null,
    roles      text[]      not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz
);
create index token_person on token (person);

create table login_session (
    hash       bytea       primary key,
    person     varchar(64) collate "C" not null references person,
    created_at timestamptz not null,
    expires_at timestamptz not null
);
create index login_session_person on login_session (person);
create index login_session_expiry on login_session (expires_at);

-- Numbers are given by the service, one after the other: a sequence would leave gaps that look like deletions.
create table ledger (
    number   bigint      primary key,
    at       timestamptz not null,
    actor    text        not null,
    means    text        not null,
    address  text        not null,
    action   text        not null,
    object   text        not null,
    details  text        not null,
    previous bytea       not null,
    hash     bytea       not null,
    seal     bytea       not null
);
create index ledger_object on ledger (object, number);
create index ledger_actor on ledger (actor, number);

-- Where the ledger ends, so that entries cut off its end are missed.
create table ledger_head (
    only_one boolean primary key default true check (only_one),
    number   bigint  not null,
    hash     bytea   not null,
    seal     bytea
);
insert into ledger_head (number, hash) values (0, '\x0000000000000000000000000000000000000000000000000000000000000000');

-- For a database where the service's login owns the tables: privileges do not bind an owner, but this does until the
-- owner takes it away, which the chain then shows.
create function ledger_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'The ledger is append-only' using errcode = 'insufficient_privilege';
end $$;
create trigger ledger_append_only before update or delete or truncate on ledger
    for each statement execute function ledger_is_append_only();

-- Whether a dossier, and each version of it, holds confidential sources: not all see all of it then.
alter table dossier add column confidential boolean not null default false;
alter table dossier_version add column confidential boolean not null default false;
