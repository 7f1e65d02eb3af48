import { type Kysely, sql } from 'kysely'

/** Places: the region, provinces, health zones, municipalities, and countries outside Tuscany. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create extension if not exists unaccent`.execute(db)
  await sql`create extension if not exists pg_trgm`.execute(db)
  await sql`
    create table territory (
      id text primary key,
      level text not null check (level in ('region', 'province', 'zone', 'municipality', 'country')),
      slug text collate "C" not null,
      name_it text not null,
      name_en text not null,
      istat_code text unique,
      sigla text,
      cadastral_code text,
      province_id text references territory,
      health_authority text,
      lat double precision,
      lon double precision,
      population integer,
      population_year integer,
      source text,
      unique (level, slug)
    )`.execute(db)
  await sql`
    create table zone_membership (
      municipality_id text primary key references territory on delete cascade,
      zone_id text not null references territory,
      source text not null,
      verified boolean not null default false,
      updated_at timestamptz not null default now()
    )`.execute(db)
  await sql`create index on zone_membership (zone_id)`.execute(db)
  await sql`create index on territory (province_id)`.execute(db)
}
