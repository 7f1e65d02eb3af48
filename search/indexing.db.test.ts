import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { anOrganisation } from '#tests/support/factories.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'
import type { SearchEngine } from './engine.ts'
import { compareWithCatalogue, enqueueIndexing, indexRecord, reindex, searchTasks } from './indexing.ts'
import { createPostgresEngine } from './postgres/engine.ts'
import { readDocuments } from './read-documents.ts'

const { db } = await useTestDatabase()
const engine = createPostgresEngine(db)

const jobs = async () => {
  const { rows } = await sql<{
    key: string
  }>`select key from graphile_worker.jobs where task_identifier = 'index-catalogue' order by key`.execute(db)
  return rows.map((row) => row.key)
}
const found = async (text: string) => (await engine.search({ text, lang: 'it' })).hits.map((hit) => hit.id)

describe('Indexing', () => {
  it('is asked for in the writer’s transaction: once per record, never when it rolls back', async () => {
    await db.transaction().execute((trx) => enqueueIndexing(trx, ['organisation:b', 'organisation:a', 'organisation:b']))
    await db.transaction().execute((trx) => enqueueIndexing(trx, ['organisation:a']))
    const failing = db.transaction().execute(async (trx) => {
      await enqueueIndexing(trx, ['organisation:never'])
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    expect(await jobs()).toEqual(['organisation:a', 'organisation:b'])
    await enqueueIndexing(db, [])
    const { rows } = await sql`select distinct queue_name from graphile_worker.jobs`.execute(db)
    expect(rows).toEqual([{ queue_name: 'index-catalogue' }]) // one at a time: other jobs are not held up
  })

  it('brings a record to what the catalogue says now: there, changed, gone', async () => {
    const { id } = await anOrganisation(db, { name: 'Cooperativa Zenzero' })
    const catalogueId = `organisation:${id}`
    const index = searchTasks([engine], db)['index-catalogue']
    await index?.({ id: catalogueId })
    expect(await found('zenzero')).toEqual([catalogueId])
    await db.updateTable('organisation').set({ name: 'Cooperativa Cardamomo' }).where('id', '=', id).execute()
    await index?.({ id: catalogueId })
    expect(await found('zenzero')).toEqual([])
    expect(await found('cardamomo')).toEqual([catalogueId])
    await db.updateTable('organisation').set({ is_example: true }).where('id', '=', id).execute()
    await index?.({ id: catalogueId })
    expect(await found('cardamomo')).toEqual([])
    expect(await engine.suggest('cardam', 'it')).toEqual([])
  })

  describe('takes records along whose jobs wait', () => {
    const index = (of = [engine]) => searchTasks(of, db)['index-catalogue']
    const threeWaiting = async (name: string) => {
      const made = [await anOrganisation(db, { name: `${name} uno` }), await anOrganisation(db, { name: `${name} due` })]
      const gone = await anOrganisation(db, { name: `${name} tre`, is_example: true })
      const ids = [...made, gone].map(({ id }) => `organisation:${id}`)
      await sql`delete from graphile_worker._private_jobs`.execute(db)
      await enqueueIndexing(db, ids)
      return ids
    }
    /** Its own job is the runner's business: it locks it before, and removes it after. */
    const begin = (id: string) => sql`update graphile_worker._private_jobs set locked_at = now() where key = ${id}`.execute(db)

    it('and their jobs are done', async () => {
      const ids = await threeWaiting('Vaniglia')
      await begin(ids[0]!)
      await index()?.({ id: ids[0] })
      expect((await found('vaniglia')).sort()).toEqual(ids.slice(0, 2).sort())
      expect(await jobs()).toEqual([ids[0]])
    })

    it('but a job whose record changed while it was written stays', async () => {
      const ids = await threeWaiting('Zafferano')
      await begin(ids[0]!)
      const meanwhile: SearchEngine = {
        ...engine,
        upsert: (documents) => engine.upsert(documents).then(() => enqueueIndexing(db, [ids[1]!])),
      }
      await index([meanwhile])?.({ id: ids[0] })
      expect(await jobs()).toEqual([ids[0], ids[1]].sort())
    })

    it('but not one that somebody else is writing', async () => {
      const ids = await threeWaiting('Cannella')
      await begin(ids[0]!)
      await db.transaction().execute(async (trx) => {
        await sql`select pg_advisory_xact_lock(hashtextextended(${`${engine.name} ${ids[1]}`}, 0))`.execute(trx)
        await index()?.({ id: ids[0] })
      })
      expect(await found('cannella')).toEqual([ids[0]])
      expect(await jobs()).toEqual([ids[0], ids[1]].sort())
    })

    it('and none when an engine failed, nor at a second try', async () => {
      const ids = await threeWaiting('Anice')
      await begin(ids[0]!)
      const away: SearchEngine = { ...engine, name: 'meilisearch', upsert: () => Promise.reject(new Error('connection refused')) }
      await expect(index([engine, away])?.({ id: ids[0] })).rejects.toThrow('connection refused')
      expect(await jobs()).toEqual([...ids].sort())
      await index()?.({ id: ids[0] }, { attempt: 2 })
      expect(await jobs()).toEqual([...ids].sort())
    })
  })

  it('tries every engine and fails when one failed, so that the job comes again', async () => {
    const { id } = await anOrganisation(db, { name: 'Cooperativa Curcuma' })
    const away: SearchEngine = { ...engine, name: 'meilisearch', upsert: () => Promise.reject(new Error('connection refused')) }
    await expect(indexRecord(db, [away, engine], `organisation:${id}`)).rejects.toThrow('connection refused')
    expect(await found('curcuma')).toEqual([`organisation:${id}`])
  })

  it('can be compared with the catalogue, and a rebuild makes them equal', async () => {
    await engine.upsert([{ ...(await readDocuments(db, await someIds()))[0], id: 'practice:ghost' } as never])
    const { id } = await anOrganisation(db, { name: 'Mai indicizzata' })
    const before = await compareWithCatalogue(db, engine)
    expect(before.surplus).toEqual(['practice:ghost'])
    expect(before.missing).toContain(`organisation:${id}`)
    await reindex(db, engine)
    expect(await compareWithCatalogue(db, engine)).toEqual({ missing: [], surplus: [] })
  })

  it('places a record in everything around its territory', async () => {
    const { id } = await anOrganisation(db, { name: 'Associazione pratese', territory_id: 'comune:100005' })
    const [document] = await readDocuments(db, [`organisation:${id}`])
    expect(document?.territoriesWithin).toEqual(expect.arrayContaining(['comune:100005', 'provincia:100', 'regione:toscana']))
    expect(document?.territoriesWithin.some((territory) => territory.startsWith('zona:'))).toBe(true)
  })
})

async function someIds(): Promise<string[]> {
  const row = await db.selectFrom('catalogue').select('id').limit(1).executeTakeFirst()
  return row?.id ? [row.id] : []
}
