-- What dossiers are listed, searched and shown on a map by, beside what V1 has. See org.bilan.archive.Search.
alter table dossier
    add column place     text,
    -- Degrees; both or neither.
    add column lat       double precision,
    add column lon       double precision,
    -- Words of the incident: weight A those of its id, which everybody may search by, D the others. Null: the dossier was
    -- kept before there was this column, and the service has not yet read it again. See org.bilan.archive.Unread.
    add column words     tsvector,
    -- Of the current assessment: whether it tells of a contradiction, and of a picture that somebody should look at.
    add column disputed  boolean,
    add column picture   boolean,
    -- What follows are summaries of the current assessment's claims, and of what people say of them: dossier_stands.
    -- For each grade that stands and each score from 0 to 100 a bit: whether a claim has both.
    add column standing  bit(505) not null default repeat('0', 505)::bit(505),
    -- Of the claim with the highest score.
    add column score     smallint,
    add column grade     text,
    add column contested boolean  not null default false,
    -- Why a person should look at it.
    add column look      text[]   not null default '{}';

-- Its words are few, and each search asks for one of them or more.
create index dossier_words on dossier using gin (words);

-- Which are to be read again: asked at each start, and none as a rule.
create index dossier_unread on dossier (incident) where words is null;

-- What a map shows of each incident, so that it need not read the rest: of 100,000 dossiers a tenth of the bytes.
create index dossier_map on dossier (lat, lon) include (contested, look, incident, grade, score) where lat is not null;
create index dossier_unplaced on dossier (incident) where lat is null;

-- Brings the summaries of dossiers up to date: after another assessment has become their current one, and after a person
-- has graded a claim or taken that back.
create function dossier_stands(which varchar[]) returns void language sql as $$
    update dossier d set
        standing = coalesce(s.standing, repeat('0', 505)::bit(505)),
        score = s.score,
        grade = s.grade,
        contested = coalesce(d.disputed, false) or s.contested,
        look = array_remove(array[
            case when s.differs then 'grade-differs' end,
            case when s.newer then 'newer-version' end,
            case when exists (
                select 1 from (select distinct on (g.claim) g.claim, g.grade from grade_override g
                    where g.incident = d.incident order by g.claim, g.number desc) last
                where last.grade is not null and not exists (
                    select 1 from claim c where c.assessment = d.assessment and c.claim = last.claim))
                then 'claim-gone' end,
            case when s.ungraded then 'contested' end,
            case when d.picture then 'picture' end], null)
    from (
        select e.incident,
            bit_or(set_bit(repeat('0', 505)::bit(505), 101 * (array_position(
                array['confirmed', 'fair', 'weak', 'contested', 'discounted'], stands.grade) - 1) + c.score, 1)) as standing,
            max(c.score) as score,
            (array_agg(stands.grade order by c.score desc, c.claim))[1] as grade,
            coalesce(bool_or(stands.grade = 'contested'), false) as contested,
            bool_or(o.grade <> c.grade) as differs,
            bool_or(o.grade is not null and o.version < e.version) as newer,
            bool_or(o.grade is null and c.grade = 'contested') as ungraded
        from dossier e
        left join claim c on c.assessment = e.assessment
        left join lateral (select g.grade, g.version from grade_override g
            where g.incident = e.incident and g.claim = c.claim order by g.number desc limit 1) o on true
        cross join lateral (select coalesce(o.grade, c.grade) as grade) stands
        where e.incident = any (which)
        group by e.incident
    ) s
    where s.incident = d.incident
$$;

-- However many there are.
set local statement_timeout = 0;
select dossier_stands(array(select incident from dossier));

-- What somebody likes to look at again: a search of theirs, by a name.
create table saved_view (
    -- No reference, like an override's.
    person     text        not null,
    name       text        not null,
    -- As in the address of a list of dossiers.
    query      text        not null,
    changed_at timestamptz not null,
    primary key (person, name)
);
