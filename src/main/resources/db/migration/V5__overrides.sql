-- People's grades for claims, which stand above the machine's. Appended to, never changed: of each claim the newest row
-- counts, so that there is never more than one grade in force, and what was replaced or withdrawn stays to be read. They
-- hang on the incident and no version of its dossier: neither a new version nor a rescoring touches them. Who deletes the
-- dossier deletes them with it, like all else that was said of it; the ledger keeps the trace.
create table grade_override (
    incident varchar(128) collate "C" not null references dossier on delete cascade,
    claim    varchar(128) collate "C" not null,
    -- From 1 for each claim. Two at once cannot both be the next.
    number   integer      not null check (number > 0),
    -- Of the dossier when it was graded: whoever tells the reason looks there for names too.
    version  bigint       not null,
    -- Null: the grade before is withdrawn.
    grade    text,
    reason   text         not null,
    -- No reference: a provider of identities may let in whom the table person does not know.
    person   text         not null,
    made_at  timestamptz  not null,
    primary key (incident, claim, number)
);

-- For a database where the service's login owns the tables, like the ledger's.
create function override_is_never_changed() returns trigger language plpgsql as $$
begin
    raise exception 'An override is replaced or withdrawn by another one, and never changed'
        using errcode = 'insufficient_privilege';
end $$;
create trigger override_never_changed before update on grade_override
    for each row execute function override_is_never_changed();

create view override_in_force as
    select incident, claim, number, version, grade, reason, person, made_at
    from (select distinct on (incident, claim) * from grade_override order by incident, claim, number desc) newest
    where grade is not null;
