-- Pictures that Bilan was sent, and where pictures were seen. See org.bilan.archive.PictureFiles and Appearances.

create table picture_file (
    sha256      varchar(64) collate "C" primary key,
    bytes       bigint      not null,
    media_type  text        not null,
    -- JSON: what was established about the file.
    examination bytea       not null,
    -- How it looks; null where nobody here could decode it.
    looks       bytea,
    -- JPEG; null likewise.
    thumbnail   bytea,
    -- Whether only who sent it, and who sees confidential sources, may know of it.
    confidential boolean    not null,
    -- Whether its original is a file of the folder for pictures, and not in picture_part.
    in_folder   boolean     not null,
    received_at timestamptz not null
);

-- Originals, in parts of at most 1 MB. Not PostgreSQL's large objects: those belong to whoever made them, are in no table
-- that a backup copies, and stay behind when the row that names them is deleted.
create table picture_part (
    sha256 varchar(64) collate "C" not null references picture_file on delete cascade,
    number integer     not null,
    bytes  bytea       not null,
    primary key (sha256, number)
);
-- Pictures are compressed already: trying again costs time and saves nothing.
alter table picture_part alter column bytes set storage external;

-- Who sent a file, and first when: they know of it, also where it is confidential.
create table picture_sender (
    sha256      varchar(64) collate "C" not null references picture_file on delete cascade,
    -- No reference, like an override's.
    person      text        not null,
    received_at timestamptz not null,
    primary key (sha256, person)
);

-- The memory: each appearance of a picture that Bilan knows of. Rows become visible in the order of their ids: whoever
-- holds the fingerprints in memory asks for those that follow the last one.
create table picture_seen (
    id          bigint      generated always as identity primary key,
    -- 32 bytes each: of the whole picture, and where it has borders of what is within them.
    fingerprints bytea      not null check (length(fingerprints) > 0 and length(fingerprints) % 32 = 0),
    -- The file, where Bilan keeps it.
    sha256      varchar(64) collate "C" references picture_file on delete cascade,
    -- A date stands for its whole day.
    earliest    timestamptz not null,
    latest      timestamptz not null,
    -- received: Bilan was sent it. posted: a report published it. known: somebody's list says so.
    ground      text        not null,
    incident    varchar(128) collate "C" references dossier on delete cascade,
    report      text,
    place       text,
    url         text,
    note        text,
    -- Of a known one: SHA-256 of what is said of it. Said twice, it is kept once.
    said        bytea       unique,
    added_at    timestamptz not null
);
create index picture_seen_sha256 on picture_seen (sha256) where sha256 is not null;
create index picture_seen_incident on picture_seen (incident) where incident is not null;
