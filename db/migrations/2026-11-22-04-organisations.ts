import { type Kysely, sql } from 'kysely'

/** Bodies and the people who belong to them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table organisation (
      id uuid primary key,
      slug text collate "C" not null unique,
      name text not null,
      kind text not null check (kind in ('municipality', 'health-society', 'association', 'cooperative',
        'foundation', 'university', 'region', 'public-body', 'network', 'international', 'company')),
      territory_id text references territory,
      website text,
      description_it text not null default '',
      description_en text not null default '',
      source_url text,
      is_example boolean not null default false,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    )`.execute(db)
  await sql`
    create table membership (
      id uuid primary key,
      organisation_id uuid not null references organisation on delete cascade,
      person_id uuid references person on delete cascade,
      invited_email text,
      role text not null default 'member' check (role in ('member', 'contact')),
      state text not null check (state in ('invited', 'requested', 'active', 'refused', 'ended')),
      token_hash text,
      created_at timestamptz not null default now(),
      decided_at timestamptz,
      decided_by uuid references person on delete set null,
      check (person_id is not null or invited_email is not null),
      unique (organisation_id, person_id)
    )`.execute(db)
  await sql`create index on membership (person_id)`.execute(db)
}
