import { sql } from 'kysely'
import { afterAll, afterEach, expect, test } from 'vitest'
import { createDocument } from '#app/documents/create-document.server.ts'
import { compactText } from '#app/documents/log/compact-text.server.ts'
import { blocksFromMarkdown } from '#app/documents/markdown/from-markdown.ts'
import { keepVersion } from '#app/documents/versions/keep-version.server.ts'
import { writeText } from '#app/documents/log/write-text.server.ts'
import { aPerson } from '#tests/support/factories.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { liveClient, type, until } from '#tests/support/collab/live-client.ts'
import { serveCollab } from '#tests/support/collab/serve-collab.ts'

const { db, url: databaseUrl } = await useTestDatabase()
const server = await serveCollab({ databaseUrl })
const cleanUp: (() => unknown)[] = []
afterEach(async () => {
  for (const step of cleanUp.splice(0).toReversed()) await step()
})
afterAll(server.close)

type Kind = 'document_update' | 'document_snapshot'
const column = { document_update: 'update', document_snapshot: 'state' } as const

/** A chapter with a snapshot, a version of then, and one sentence after both. */
async function aText() {
  const write = (documentId: string, words: string) =>
    writeText(db, { documentId, lang: 'it', personId: null, change: () => ({ type: 'doc', content: blocksFromMarkdown(words) }) })
  const documentId = await createDocument(db, { kind: 'chapter', sourceLang: 'it' })
  const ref = { documentId, lang: 'it' }
  await write(documentId, 'Nella fotografia.')
  await keepVersion(db, { ...ref, reason: 'time' })
  await compactText(db, ref)
  await write(documentId, 'Nella fotografia. E dopo.')
  const join = async () => {
    const client = liveClient({ url: server.url, name: `${documentId}.it`, personId: (await aPerson(db)).id })
    cleanUp.push(client.destroy)
    await until(() => client.provider.isSynced, 'opened')
    return client
  }
  const rows = async (kind: Kind) =>
    (
      await sql<{ id: number; bytes: Buffer }>`select id, ${sql.ref(column[kind])} as bytes from ${sql.table(kind)}
      where document_id = ${documentId} order by id`.execute(db)
    ).rows
  const put = (kind: Kind, id: number, bytes: Buffer) =>
    sql`update ${sql.table(kind)} set ${sql.ref(column[kind])} = ${bytes} where id = ${id}`.execute(db)
  const isFlagged = async () =>
    (await db.selectFrom('document_text').where('document_id', '=', documentId).select('damaged_at').executeTakeFirstOrThrow())
      .damaged_at !== null
  return { ref, join, rows, put, isFlagged }
}

const damages: [string, (bytes: Buffer, other: Buffer) => Buffer][] = [
  ['a flipped bit', (bytes) => Buffer.from(bytes.map((byte, at) => (at === bytes.length >> 1 ? byte ^ 4 : byte)))],
  ['a cut-off end', (bytes) => bytes.subarray(0, bytes.length - 5)],
  ['another text’s bytes', (_bytes, other) => other],
  ['nothing at all', () => Buffer.alloc(0)],
]
const cases = (['document_update', 'document_snapshot'] as const).flatMap((kind) =>
  damages.map(([title, damage]) => ({ title, damage, kind, where: kind === 'document_update' ? 'an update' : 'a snapshot' })),
)

test.each(cases)(
  '$title in $where is noticed: the text opens read-only as it last was whole, and stays as it is',
  async ({ kind, damage }) => {
    const [text, other] = [await aText(), await aText()]
    const [row, foreign] = [(await text.rows(kind)).at(-1)!, (await other.rows(kind)).at(-1)!]
    const broken = damage(row.bytes, foreign.bytes)
    await text.put(kind, row.id, broken)
    const before = [await text.rows('document_update'), await text.rows('document_snapshot')]
    const anna = await text.join()
    expect(anna.text()).toContain('Nella fotografia.')
    type(anna, ' Io.')
    await until(() => anna.stateless.length > 0, 'told')
    expect(anna.stateless[0]).toEqual({ refused: true, reason: 'read-only' })
    expect(await text.isFlagged()).toBe(true)
    await expect(compactText(db, text.ref)).rejects.toThrow(/damaged/)
    expect([await text.rows('document_update'), await text.rows('document_snapshot')]).toEqual(before)
    const bruno = await other.join()
    type(bruno, ' Sano.')
    await bruno.saved()
  },
)

test.each(['document_update', 'document_snapshot'] as const)(
  'two rows of %s that changed places whole, hashes and all, are noticed in both texts',
  async (kind) => {
    const texts = [await aText(), await aText()]
    const [one, other] = await Promise.all(texts.map(async (text) => (await text.rows(kind)).at(-1)!))
    const bytes = sql.ref(column[kind])
    await sql`update ${sql.table(kind)} row set ${bytes} = other.${bytes}, sha256 = other.sha256, seal = other.seal
      from ${sql.table(kind)} other where row.id <> other.id and row.id in (${one!.id}, ${other!.id}) and other.id in (${one!.id}, ${other!.id})`.execute(
      db,
    )
    expect((await texts[0]!.rows(kind)).at(-1)!.bytes).toEqual(other!.bytes)
    for (const text of texts) {
      const anna = await text.join()
      expect(anna.text()).toContain('Nella fotografia.')
      type(anna, ' Io.')
      await until(() => anna.stateless.length > 0, 'told')
      expect(anna.stateless[0]).toEqual({ refused: true, reason: 'read-only' })
      expect(await text.isFlagged()).toBe(true)
    }
  },
)

test('rows from before there were seals are verified by their hash, as they were', async () => {
  const text = await aText()
  for (const kind of ['document_update', 'document_snapshot'] as const)
    await sql`update ${sql.table(kind)} set seal = null where document_id = ${text.ref.documentId}`.execute(db)
  const anna = await text.join()
  type(anna, ' Io.')
  await anna.saved()
  expect(await text.isFlagged()).toBe(false)
  const [row] = await text.rows('document_update')
  await text.put('document_update', row!.id, Buffer.concat([row!.bytes, Buffer.alloc(1)]))
  await expect(compactText(db, text.ref)).rejects.toThrow(/damaged/)
})

test('a snapshot that was not stored whole replaces nothing: the one before it and the log are still there', async () => {
  const { ref, rows, join } = await aText()
  const [first] = await rows('document_snapshot')
  // The disk lies once: between writing the new snapshot and reading it back.
  await sql`create or replace function pg_temp_damage() returns trigger language plpgsql as $$
    begin new.state := substring(new.state from 1 for length(new.state) - 3); return new; end $$`.execute(db)
  await sql`create trigger damage before insert on document_snapshot for each row execute function pg_temp_damage()`.execute(db)
  cleanUp.push(() => sql`drop trigger if exists damage on document_snapshot`.execute(db))
  await expect(compactText(db, ref)).rejects.toThrow(/not stored whole/)
  await sql`drop trigger damage on document_snapshot`.execute(db)
  expect(await rows('document_snapshot')).toHaveLength(2)
  expect((await rows('document_snapshot'))[0]).toEqual(first)
  expect(await rows('document_update')).toHaveLength(1)
  const anna = await join()
  expect(anna.text()).toContain('E dopo.')
})
