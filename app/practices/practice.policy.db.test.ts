import { beforeAll, expect, it } from 'vitest'
import type { Actor } from '#app/shared/actor.ts'
import { newId } from '#db/new-id.ts'
import { aDocument, anOrganisation, aPerson } from '#tests/support/factories.ts'
import { actorAs, type Asker, cases, factsFor } from '#tests/support/practice-policy-table.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { canRead } from './practice.policy.ts'
import { visibleTo } from './visible-to.server.ts'

const { db } = await useTestDatabase()
const sheets = new Map<string, string>()
const people: Record<string, string> = {}
let bodies = { lead: '', partner: '' }

const keyOf = (sheet: { state: string; isExample: boolean }) => `${sheet.state} ${sheet.isExample}`

beforeAll(async () => {
  bodies = { lead: (await anOrganisation(db)).id, partner: (await anOrganisation(db)).id }
  for (const asker of ['stranger', 'author', 'member', 'partner', 'facilitator', 'editor', 'admin']) people[asker] = (await aPerson(db)).id
  for (const sheet of cases) {
    if (sheets.has(keyOf(sheet))) continue
    const id = newId()
    const { id: document_id } = await aDocument(db, { kind: 'practice' })
    await db
      .insertInto('practice')
      .values({
        id,
        slug: id,
        document_id,
        type: 'practice',
        state: sheet.state,
        is_example: sheet.isExample,
        author_id: people.author ?? null,
        title_it: 'Prova',
      })
      .execute()
    for (const role of ['lead', 'partner'] as const)
      await db.insertInto('practice_organisation').values({ practice_id: id, organisation_id: bodies[role], role }).execute()
    sheets.set(keyOf(sheet), id)
  }
})

it.each(cases)('SQL and policy agree: $asker, $state, example $isExample', async ({ asker, ...sheet }) => {
  const actor: Actor = actorAs(asker as Asker, people, bodies)
  const found = await db
    .selectFrom('practice')
    .select('id')
    .where('id', '=', sheets.get(keyOf(sheet)) ?? '')
    .where(visibleTo(actor))
    .execute()
  expect(found.length === 1).toBe(canRead(actor, factsFor(sheet.state, sheet.isExample, people.author ?? '', bodies)))
})
