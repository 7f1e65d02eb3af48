import { describe, expect, it } from 'vitest'
import { visitor } from '#app/shared/actor.ts'
import { newId } from '#db/new-id.ts'
import { aDocument, aPerson } from '#tests/support/factories.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { findOnlyForYou } from './only-for-you.server.ts'

const { db } = await useTestDatabase()

async function aDraft(author: string | null, title: string, state = 'draft') {
  const document = await aDocument(db, { kind: 'practice' })
  const id = newId()
  await db
    .insertInto('practice')
    .values({ id, type: 'practice', slug: `bozza-${id}`, document_id: document.id, state, author_id: author, title_it: title })
    .execute()
  return `practice:${id}`
}

describe('Only for you', () => {
  it('shows drafts to who may read them, and to nobody else', async () => {
    const [author, other, editor] = [await aPerson(db), await aPerson(db), await aPerson(db, { role: 'editor' })]
    const draft = await aDraft(author.id, 'Condomini solidali di prova')
    const idsFor = async (actor: Parameters<typeof findOnlyForYou>[1]) =>
      (await findOnlyForYou(db, actor, 'condominio solidale', 'it'))?.hits.map((hit) => hit.id)
    expect(await idsFor(author)).toEqual([draft])
    expect(await idsFor(editor)).toEqual([draft])
    expect(await idsFor(other)).toEqual([])
    expect(await idsFor(visitor)).toBeUndefined()
  })

  it('leaves public and archived sheets out, and keeps to the question', async () => {
    const author = await aPerson(db)
    await aDraft(author.id, 'Sartoria pubblica', 'published')
    await aDraft(author.id, 'Sartoria archiviata', 'archived')
    const draft = await aDraft(author.id, 'Sartoria in bozza')
    expect((await findOnlyForYou(db, author, 'sartorie', 'it'))?.hits.map((hit) => hit.id)).toEqual([draft])
    expect((await findOnlyForYou(db, author, 'sartoria -bozza', 'it'))?.total).toBe(0)
    expect((await findOnlyForYou(db, author, '???', 'it'))?.total).toBe(0)
  })
})
