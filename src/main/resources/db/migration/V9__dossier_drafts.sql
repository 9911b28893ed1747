-- What somebody types before it is a dossier. See org.bilan.archive.DossierDrafts. Nobody but its person ever reads it, and
-- nothing is judged or published by it: so it leaves no trace in the ledger, which saving while one types would fill.

create table dossier_draft (
    id         bigint      generated always as identity primary key,
    -- No reference: a provider of identities may let in whom the table person does not know.
    person     text        not null,
    -- What lists show, as the document has it.
    title      text,
    incident   text,
    -- JSON, exactly as it was sent.
    document   bytea       not null,
    -- Of the document: whoever saves says by it which state they have seen.
    sha256     char(64)    not null,
    changed_at timestamptz not null
);
create index dossier_draft_person on dossier_draft (person, changed_at desc, id desc);
