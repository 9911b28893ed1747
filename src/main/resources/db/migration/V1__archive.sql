-- The archive: dossiers as they were sent, and how they were judged. Only the table dossier is ever updated;
-- the others are appended to, so that any assessment can be reproduced and none can be rewritten.

create sequence dossier_lineage;

-- One row per incident: where it stands now, and what lists are filtered by.
create table dossier (
    incident   varchar(128) collate "C" primary key,
    -- Tells a dossier from one of the same incident that was deleted before it: versions count from 1 again.
    lineage    bigint       not null,
    version    bigint       not null,
    sha256     char(64)     not null,
    country    char(2),
    date_from  timestamptz  not null,
    date_to    timestamptz  not null,
    title      text,
    updated_at timestamptz  not null,
    -- The current assessment. No foreign key: it is written after the assessment, which hangs on this row.
    assessment bigint
);
create index dossier_country on dossier (country, incident);
create index dossier_dates on dossier (date_from, date_to);
create index dossier_assessment on dossier (assessment);

create table dossier_version (
    incident  varchar(128) collate "C" not null references dossier on delete cascade,
    version   bigint      not null,
    document  bytea       not null,
    sha256    char(64)    not null,
    stored_at timestamptz not null,
    primary key (incident, version)
);
comment on column dossier_version.document is 'The bytes exactly as they were sent';

create table assessment (
    id        bigint generated always as identity primary key,
    incident  varchar(128) collate "C" not null,
    version   bigint      not null,
    revision  char(64)    not null,
    as_of     timestamptz not null,
    document  bytea       not null,
    stored_at timestamptz not null,
    unique (incident, version, revision),
    foreign key (incident, version) references dossier_version on delete cascade
);
comment on column assessment.document is 'The assessment as JSON, in English';

create table claim (
    assessment bigint       not null references assessment on delete cascade,
    claim      varchar(128) collate "C" not null,
    harm       text         not null,
    victims    text,
    score      smallint     not null,
    evidence   integer      not null,
    grade      text         not null,
    primary key (assessment, claim)
);
create index claim_grade on claim (grade, score);
create index claim_score on claim (score);
