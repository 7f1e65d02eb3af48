import { type Kysely, sql } from 'kysely'

/**
 * Practice sheets. The type says what the sheet describes: memoranda, pacts, projects and events found in
 * public sources share the sheet but are never listed as practices (docs/decisions).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table practice (
      id uuid primary key,
      type text not null check (type in ('practice', 'memorandum', 'pact', 'project', 'event')),
      slug text collate "C" not null unique,
      document_id uuid not null unique references document,
      state text not null check (state in ('draft', 'submitted', 'changes-requested', 'accepted', 'published',
        'to-reconfirm', 'archived')),
      author_id uuid references person on delete set null,
      title_it text not null,
      title_en text not null default '',
      summary_it text not null default '',
      summary_en text not null default '',
      place text not null default '',
      country text not null default 'IT',
      period_start text,
      period_end text,
      ongoing boolean not null default false,
      cost text not null default '',
      contact text not null default '',
      licence text not null default 'CC BY 4.0',
      lesson boolean not null default false,
      full_sheet boolean not null default false,
      provenance text not null default 'own' check (provenance in ('own', 'public-source')),
      certainty text,
      verified_at timestamptz,
      verified_by uuid references organisation on delete set null,
      is_example boolean not null default false,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      published_at timestamptz
    )`.execute(db)
  await sql`create index on practice (state, type)`.execute(db)
  await sql`
    create table practice_old_slug (
      slug text collate "C" primary key,
      practice_id uuid not null references practice on delete cascade
    )`.execute(db)
  await sql`
    create table practice_territory (
      practice_id uuid not null references practice on delete cascade,
      territory_id text not null references territory,
      primary key (practice_id, territory_id)
    )`.execute(db)
  await sql`
    create table practice_term (
      practice_id uuid not null references practice on delete cascade,
      term_id text not null references term,
      primary key (practice_id, term_id)
    )`.execute(db)
  await sql`
    create table practice_organisation (
      practice_id uuid not null references practice on delete cascade,
      organisation_id uuid not null references organisation on delete cascade,
      role text not null check (role in ('lead', 'partner')),
      position integer not null default 0,
      primary key (practice_id, organisation_id)
    )`.execute(db)
  await sql`
    create table practice_source (
      practice_id uuid not null references practice on delete cascade,
      key text not null,
      position integer not null,
      url text not null,
      title text not null,
      publisher text not null default '',
      published_on text,
      read_on date,
      primary key (practice_id, key)
    )`.execute(db)
  await sql`
    create table practice_step (
      id bigint generated always as identity primary key,
      practice_id uuid not null references practice on delete cascade,
      at timestamptz not null default now(),
      actor_id uuid references person on delete set null,
      actor_role text not null check (actor_role in ('author', 'body', 'editor', 'system')),
      from_state text,
      to_state text not null,
      reason text not null default ''
    )`.execute(db)
  await sql`create index on practice_step (practice_id)`.execute(db)
  for (const table of ['practice_territory', 'practice_term', 'practice_organisation']) {
    const column = table === 'practice_territory' ? 'territory_id' : table === 'practice_term' ? 'term_id' : 'organisation_id'
    await sql`create index on ${sql.table(table)} (${sql.ref(column)})`.execute(db)
  }
  // What current texts cite: "quoted in" asks it of every sheet that is read.
  await sql`create index edition_cited_ids on edition
    using gin (jsonb_path_query_array(content, '$.**?(@.type == "citation").attrs.id')) where current`.execute(db)
}
