import type { Insertable } from 'kysely'
import type { Person } from '#app/shared/actor.ts'
import type { Db } from '#db/connection.ts'
import { newId } from '#db/new-id.ts'
import type { DB } from '#db/schema.generated.ts'

/** Factories return the least valid thing; a test names only what matters to it. */

/** A confirmed account without a password, stored. */
export async function aPerson(db: Db, overrides: Partial<Insertable<DB['person']>> = {}): Promise<Person> {
  const id = newId()
  const row = await db
    .insertInto('person')
    .values({ id, email: `${id}@example.org`, name: 'Anna Prova', email_confirmed_at: new Date(), ...overrides })
    .returning(['id', 'name', 'email', 'role'])
    .executeTakeFirstOrThrow()
  return { kind: 'person', organisations: [], programmes: [], ...row, role: row.role as Person['role'] }
}

/** A document of this kind with one Italian text, empty. */
export async function aDocument(db: Db, overrides: Partial<Insertable<DB['document']>> = {}): Promise<{ id: string; lang: string }> {
  const { id, source_lang } = await db
    .insertInto('document')
    .values({ id: newId(), kind: 'chapter', source_lang: 'it', ...overrides })
    .returning(['id', 'source_lang'])
    .executeTakeFirstOrThrow()
  await db.insertInto('document_text').values({ document_id: id, lang: source_lang }).execute()
  return { id, lang: source_lang }
}

/** An organisation, stored. */
export async function anOrganisation(
  db: Db,
  overrides: Partial<Insertable<DB['organisation']>> = {},
): Promise<{ id: string; slug: string }> {
  const id = newId()
  return db
    .insertInto('organisation')
    .values({ id, slug: `ente-${id}`, name: 'Ente di prova', kind: 'association', ...overrides })
    .returning(['id', 'slug'])
    .executeTakeFirstOrThrow()
}
