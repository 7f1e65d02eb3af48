import { describe, expect, it } from 'vitest'
import { visitor } from '#app/shared/actor.ts'
import { reindex } from '#search/indexing.ts'
import { createPostgresEngine } from '#search/postgres/engine.ts'
import { newId } from '#db/new-id.ts'
import { aDocument, aPerson } from '#tests/support/factories.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { findOnlyForYou } from './only-for-you.server.ts'
import { searchAnswer } from './search-answer.server.ts'

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

  it('knows training: what is being prepared for facilitators, examples for anyone, and counts by type', async () => {
    for (const [slug, is_example] of [
      ['corso-in-preparazione', false],
      ['corso-esempio', true],
    ] as const) {
      const [programme_id, session_id] = [newId(), newId()]
      const texts = await Promise.all(['programme', 'session', 'take-away'].map((kind) => aDocument(db, { kind })))
      const [document_id = '', ofSession = '', ofTakeAway = ''] = texts.map(({ id }) => id)
      const published_at = is_example ? new Date() : null
      const dates = { starts_on: '2026-01-08', ends_on: '2026-02-12' }
      await db
        .insertInto('programme')
        .values({ id: programme_id, slug, document_id, title_it: 'Corso ferroviario', ...dates, is_example, published_at })
        .execute()
      const times = { starts_at: new Date(), ends_at: new Date() }
      await db
        .insertInto('training_session')
        .values({ id: session_id, programme_id, number: 1, slug: 'primo', document_id: ofSession, title_it: 'Primo incontro', ...times })
        .execute()
      await db
        .insertInto('take_away')
        .values({ id: newId(), session_id, position: 1, slug: 'prima', document_id: ofTakeAway, title_it: 'La ferrovia', published_at })
        .execute()
    }
    const [member, facilitator] = [await aPerson(db), await aPerson(db, { role: 'facilitator' })]
    const shown = async (actor: typeof member, text: string) =>
      (await findOnlyForYou(db, actor, text, 'it'))?.hits.map(({ type, url, example }) => [type, url, example])
    expect(await shown(member, 'ferroviario')).toEqual([['programme', '/formazione/corso-esempio', true]])
    expect(await shown(member, 'ferrovia')).toEqual([['take-away', '/formazione/corso-esempio/primo#prima', true]])
    expect(await shown(facilitator, 'ferroviario')).toHaveLength(2)
    expect((await findOnlyForYou(db, facilitator, 'ferrovia', 'it'))?.types).toEqual([{ type: 'take-away', total: 2 }])
  })

  it('never changes what everybody sees: totals and counts are the same for a visitor, a member and an editor', async () => {
    const search = createPostgresEngine(db)
    await aDraft(null, 'Casa riservata')
    await reindex(db, search)
    const ask = (actor: Parameters<typeof findOnlyForYou>[1]) =>
      searchAnswer({ db, search, actor, lang: 'it', params: new URLSearchParams('q=casa'), origin: 'http://localhost' })
    const [member, editor] = [await aPerson(db), await aPerson(db, { role: 'editor' })]
    const { took_ms: _, ...forAll } = await ask(visitor)
    for (const actor of [member, editor]) {
      const { only_for_you, took_ms: __, ...shared } = await ask(actor)
      expect(shared).toEqual(forAll)
      expect(only_for_you).toBeDefined()
    }
    expect((await ask(editor)).only_for_you?.total).toBeGreaterThan((await ask(member)).only_for_you?.total ?? 0)
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
