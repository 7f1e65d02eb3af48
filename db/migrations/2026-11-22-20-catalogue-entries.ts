import { type Kysely, sql } from 'kysely'

/**
 * The catalogue kept as a table (docs/decisions/0005): the view `catalogue` goes on deciding alone what is public, and
 * `catalogue_entry` holds what it said at the last commit. Triggers on everything the view reads note what changed;
 * one deferred trigger brings the entries up to date as the last act of the same transaction, so that both commit
 * together, whoever writes. The search text stays out: indexing reads it from the view, by id.
 */
const COLUMNS = sql.raw(`id, type, lang, title, summary, url, territory_ids, theme_ids, kind_ids, target_ids, period,
  period_state, status, published_at, weight`)

/** Tables the view reads: what a changed row is noted as, and the column that names it. */
const READ_BY_VIEW = [
  ['practice', 'sheet', 'id'],
  ['practice_territory', 'sheet', 'practice_id'],
  ['practice_term', 'sheet', 'practice_id'],
  ['practice_organisation', 'sheet', 'practice_id'],
  ['term', 'term', 'id'],
  ['edition', 'document', 'document_id'],
  ['organisation', 'organisation', 'id'],
  ['chapter', 'chapter', 'id'],
  ['programme', 'programme', 'id'],
  ['training_session', 'session', 'id'],
  ['take_away', 'take-away', 'id'],
  ['glossary_term', 'glossary', 'id'],
] as const

/** Tables that pages for everybody show besides: they change no entry, but the version grows with them too. */
const SHOWN_BESIDES = ['territory', 'zone_membership', 'practice_source', 'manual_edition', 'manual_edition_chapter'] as const

export async function up(db: Kysely<unknown>): Promise<void> {
  await makeTables(db)
  await sql`create index practice_catalogue_id on practice ((type || ':' || id::text))`.execute(db)
  for (const [table, type] of [
    ['chapter', 'chapter'],
    ['programme', 'programme'],
    ['training_session', 'session'],
    ['take_away', 'take-away'],
    ['organisation', 'organisation'],
    ['glossary_term', 'glossary'],
  ] as const)
    await sql`create index ${sql.ref(`${table}_catalogue_id`)} on ${sql.table(table)} ((${sql.lit(`${type}:`)} || id::text))`.execute(db)
  await makeFunctions(db)
  await sql`create constraint trigger catalogue_settle after insert on catalogue_change
    deferrable initially deferred for each row when (new.noted = '') execute function catalogue_settle()`.execute(db)
  for (const [table, kind, column] of READ_BY_VIEW)
    await sql`create trigger catalogue_note after insert or update or delete on ${sql.table(table)}
      for each row execute function catalogue_note(${sql.lit(kind)}, ${sql.lit(column)})`.execute(db)
  for (const table of SHOWN_BESIDES)
    await sql`create trigger catalogue_note_shown after insert or update or delete or truncate on ${sql.table(table)}
      for each statement execute function catalogue_note_shown()`.execute(db)
  await sql`select catalogue_rebuild()`.execute(db)
}

async function makeTables(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table catalogue_entry (
      id text collate "C",
      type text collate "C" not null,
      lang text collate "C",
      title text not null,
      summary text not null,
      url text not null,
      territory_ids text[] not null,
      theme_ids text[] not null,
      kind_ids text[] not null,
      target_ids text[] not null,
      period text,
      period_state text,
      status text not null,
      published_at timestamptz,
      weight float8 not null,
      primary key (id, lang)
    )`.execute(db)
  await sql`create index on catalogue_entry (type, lang)`.execute(db)
  await sql`create index on catalogue_entry (published_at desc nulls last, id)`.execute(db)
  await sql`create index on catalogue_entry using gin (kind_ids)`.execute(db)
  // What the transactions under way have changed, and once the empty note, which alone fires the settling: thousands of
  // rows, one event. Each empties its own before it commits: nobody ever sees a row.
  await sql`create table catalogue_change (transaction xid8 default pg_current_xact_id(), noted text collate "C", primary key (transaction, noted))`.execute(
    db,
  )
  // Grows by one with every commit that changed what is public: who kept something made of it asks first.
  await sql`create table catalogue_version (number bigint primary key)`.execute(db)
  await sql`insert into catalogue_version values (1)`.execute(db)
}

async function makeFunctions(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function catalogue_note() returns trigger language plpgsql as $$
    declare
      key text;
    begin
      if tg_op <> 'INSERT' then
        execute format('select ($1).%I::text', tg_argv[1]) into key using old;
        insert into catalogue_change (noted) values (''), (tg_argv[0] || ':' || key) on conflict do nothing;
      end if;
      if tg_op <> 'DELETE' then
        execute format('select ($1).%I::text', tg_argv[1]) into key using new;
        insert into catalogue_change (noted) values (''), (tg_argv[0] || ':' || key) on conflict do nothing;
      end if;
      return null;
    end $$`.execute(db)
  await sql`
    create function catalogue_note_shown() returns trigger language plpgsql as $$
    begin
      insert into catalogue_change (noted) values ('') on conflict do nothing;
      return null;
    end $$`.execute(db)
  // What may look different because of it: a body's name stands in its sheets, a programme's slug in its parts' URLs.
  await sql`
    create function catalogue_touched(noted text[]) returns setof text language sql stable as $$
      with named as (
        select kind, key, case when kind not in ('term', '') then key::uuid end as id
        from unnest(noted) as n, split_part(n, ':', 1) as kind, substr(n, strpos(n, ':') + 1) as key
      ),
      sheet as (
        select id from named where kind = 'sheet'
        union select p.id from named n join practice p on n.kind = 'document' and p.document_id = n.id
        union select x.practice_id from named n join practice_organisation x on n.kind = 'organisation' and x.organisation_id = n.id
        union select x.practice_id from named n join practice_term x on n.kind = 'term' and x.term_id = n.key
      ), programme_of as (
        select id from named where kind = 'programme'
        union select g.id from named n join programme g on n.kind = 'document' and g.document_id = n.id
      ), session_of as (
        select id from named where kind = 'session'
        union select s.id from named n join training_session s on n.kind = 'document' and s.document_id = n.id
        union select s.id from programme_of g join training_session s on s.programme_id = g.id
      )
      select t || ':' || s.id from sheet s, unnest(array['practice', 'memorandum', 'pact', 'project', 'event']) as t
      union select 'programme:' || id from programme_of
      union select 'session:' || id from session_of
      union select 'take-away:' || a.id from session_of s join take_away a on a.session_id = s.id
      union select 'take-away:' || a.id from named n join take_away a on n.kind = 'document' and a.document_id = n.id
      union select 'chapter:' || c.id from named n join chapter c on n.kind = 'document' and c.document_id = n.id
      union select kind || ':' || id from named where kind in ('take-away', 'chapter', 'organisation', 'glossary')
    $$`.execute(db)
  // The lock is held from here to the end of the commit only: whoever comes second reads what the first one wrote.
  await sql`
    create function catalogue_settle() returns trigger language plpgsql as $$
    declare
      ids text[];
    begin
      perform pg_advisory_xact_lock(hashtextextended('catalogue', 0));
      with own as (delete from catalogue_change where transaction = pg_current_xact_id() returning noted)
        select array_agg(noted) into ids from own;
      ids := array(select catalogue_touched(ids));
      delete from catalogue_entry where id = any(ids);
      insert into catalogue_entry (${COLUMNS}) select ${COLUMNS} from catalogue where id = any(ids);
      update catalogue_version set number = number + 1;
      return null;
    end $$`.execute(db)
  await sql`
    create function catalogue_rebuild() returns bigint language plpgsql as $$
    begin
      perform pg_advisory_xact_lock(hashtextextended('catalogue', 0));
      delete from catalogue_entry;
      insert into catalogue_entry (${COLUMNS}) select ${COLUMNS} from catalogue;
      update catalogue_version set number = number + 1;
      return (select count(*) from catalogue_entry);
    end $$`.execute(db)
}
