import type { Db } from '#db/connection.ts'
import { newId } from '#db/new-id.ts'
import { createDocument } from '#app/documents/create-document.server.ts'
import { docFromMarkdown } from '#app/documents/markdown/sections.ts'
import { publishEdition } from '#app/documents/editions/publish-edition.server.ts'
import { type ExamplePractice, examplePractices, stepsTo } from './example-practices.ts'
import { removeExampleProposal, seedExampleProposal } from './example-proposal.server.ts'
import { slugFrom } from '../practice-slug.ts'

/**
 * Adds one example sheet per state of the workflow, unless there are any. They are never public and never exported; their
 * author is the demonstration member when there is one. Returns how many were added.
 */
export async function seedExamplePractices(db: Db, authorId: string | null = null): Promise<number> {
  const any = await db.selectFrom('practice').select('id').where('is_example', '=', true).limit(1).executeTakeFirst()
  if (any) return 0
  await db.transaction().execute(async (trx) => {
    for (const example of examplePractices) await seedExample(trx, example, authorId)
    await seedExampleProposal(trx)
  })
  return examplePractices.length
}

async function seedExample(trx: Db, example: ExamplePractice, authorId: string | null): Promise<void> {
  const id = newId()
  const { title_it, title_en, summary_it, summary_en, place, state } = example
  const texts = { it: docFromMarkdown('practice', example.markdown), en: docFromMarkdown('practice', '') }
  const documentId = await createDocument(trx, { kind: 'practice', sourceLang: 'it', texts, personId: authorId })
  const wasPublic = stepsTo[state].includes('published')
  const words = { title_it, title_en, summary_it, summary_en, place }
  await trx
    .insertInto('practice')
    .values({
      id,
      document_id: documentId,
      type: 'practice',
      slug: slugFrom(title_it),
      state,
      author_id: authorId,
      is_example: true,
      published_at: wasPublic ? new Date() : null,
      ...words,
    })
    .execute()
  await trx.insertInto('practice_territory').values({ practice_id: id, territory_id: example.territory }).execute()
  await trx
    .insertInto('practice_term')
    .values([example.kind, example.theme].map((term_id) => ({ practice_id: id, term_id })))
    .execute()
  for (const [i, to_state] of stepsTo[state].entries()) {
    const actor_role = to_state === 'draft' || to_state === 'submitted' ? 'author' : 'editor'
    const reason = to_state === state ? example.reason : ''
    const actor_id = actor_role === 'author' ? authorId : null
    await trx
      .insertInto('practice_step')
      .values({ practice_id: id, actor_id, actor_role, from_state: stepsTo[state][i - 1] ?? null, to_state, reason })
      .execute()
  }
  if (wasPublic) await publishEdition(trx, { documentId, lang: 'it', personId: null })
}

/** Removes the example sheets with their texts; returns how many there were. */
export async function removeExamplePractices(db: Db): Promise<number> {
  return db.transaction().execute(async (trx) => {
    await removeExampleProposal(trx)
    const gone = await trx.deleteFrom('practice').where('is_example', '=', true).returning('document_id').execute()
    if (gone.length > 0)
      await trx
        .deleteFrom('document')
        .where(
          'id',
          'in',
          gone.map((row) => row.document_id),
        )
        .execute()
    return gone.length
  })
}
