import { type Kysely, sql } from 'kysely'

/**
 * Practices proposed at /buone-pratiche/proponi, kept on the server as one goes (product.md E). A proposal of somebody
 * without an account is found by its code, of which only the SHA-256 is stored; one of a signed-in person is theirs.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table practice_proposal (
      id uuid primary key,
      code_hash text unique,
      person_id uuid references person on delete cascade,
      state text not null check (state in ('draft', 'to-confirm', 'received', 'accepted', 'declined')),
      lang text not null check (lang in ('it', 'en', 'ar')),
      fields jsonb not null default '{}',
      email text,
      confirm_hash text,
      reason text not null default '',
      practice_id uuid references practice on delete set null,
      decided_by uuid references person on delete set null,
      started_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      sent_at timestamptz,
      confirmed_at timestamptz,
      decided_at timestamptz,
      check (code_hash is not null or person_id is not null)
    )`.execute(db)
  await sql`create unique index practice_proposal_own on practice_proposal (person_id) where state = 'draft'`.execute(db)
  await sql`create index on practice_proposal (state, confirmed_at)`.execute(db)
  await sql`create index on practice_proposal (practice_id)`.execute(db)
}
