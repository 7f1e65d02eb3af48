import { sql } from 'kysely'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { aPerson } from '#tests/support/factories.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { createDocument } from '../create-document.server.ts'
import { compactText } from '../log/compact-text.server.ts'
import { readText } from '../log/read-text.server.ts'
import { writeText } from '../log/write-text.server.ts'
import { blocksFromMarkdown } from '../markdown/from-markdown.ts'
import { textOf } from '../reading/text-of.ts'
import type { DocJson } from '../schema/json.ts'
import { changeVersions } from './change-versions.server.ts'
import { alertShrinks } from './guard-shrink.server.ts'
import { keepVersion } from './keep-version.server.ts'
import { restoreVersion } from './restore-version.server.ts'
import { thinVersions } from './thin-versions.server.ts'
import { compareWithPresent, listVersions, readVersion } from './version.queries.server.ts'
import { keepVersions } from './version-jobs.server.ts'
import { isShrunk } from './is-shrunk.ts'

const { db } = await useTestDatabase()
const log = pino({ level: 'silent' })
const doc = (markdown: string): DocJson => ({ type: 'doc', content: blocksFromMarkdown(markdown) })

async function aText(markdown = 'Prima stesura.') {
  const documentId = await createDocument(db, { kind: 'chapter', sourceLang: 'it', texts: { it: doc(markdown) } })
  const ref = { documentId, lang: 'it' }
  const person = await aPerson(db, { name: 'Lucia Bini' })
  return {
    ref,
    person,
    write: (text: string) => writeText(db, { ...ref, personId: person.id, change: () => doc(text) }),
    reads: async () => textOf((await readText(db, ref))!),
    list: () => listVersions(db, ref, { limit: 50 }),
  }
}

test('a version is kept of every text written since its last one, with who worked on it', async () => {
  const { ref, write, list } = await aText()
  await keepVersions(db, log)
  await write('Seconda stesura.')
  await keepVersions(db, log)
  await keepVersions(db, log)
  const versions = await list()
  expect(versions.map(({ reason, contributors, characters }) => ({ reason, contributors, characters }))).toEqual([
    { reason: 'time', contributors: ['Lucia Bini'], characters: 16 },
    { reason: 'time', contributors: [], characters: 14 },
  ])
  expect(textOf((await readVersion(db, ref, versions[1]!.id))!.content)).toBe('Prima stesura.')
})

test('deleted words stay readable in a version after the log was folded', async () => {
  const { ref, write, list } = await aText('Parole da ritrovare.')
  await keepVersion(db, { ...ref, reason: 'kept' })
  await write('Altro.')
  await compactText(db, ref)
  const [version] = await list()
  const compared = (await compareWithPresent(db, ref, version!.id))!
  const parts = compared.blocks.flatMap((block) => block.parts)
  expect(parts).toContainEqual({ op: 'removed', text: 'Parole da ritrovare.' })
  expect(parts).toContainEqual({ op: 'added', text: 'Altro.' })
})

test('asking to keep what is kept already says so, and a name then goes to the version that is there', async () => {
  const { ref, person, write, list } = await aText('Uno.')
  const keep = (name = '') => changeVersions(db, ref, { intent: 'keep', name }, person.id)
  expect(await keep()).toEqual({ done: 'kept' })
  expect(await keep()).toEqual({ done: 'unchanged' })
  expect(await keep('Bozza')).toEqual({ done: 'named' })
  expect((await list()).map(({ name }) => name)).toEqual(['Bozza'])
  await write('Due.')
  expect(await keep()).toEqual({ done: 'kept' })
})

test('restoring is one more change: what stood before stays in the history, and restoring twice does nothing', async () => {
  const { ref, person, write, reads, list } = await aText('Uno.\n\nDue.')
  const first = (await keepVersion(db, { ...ref, reason: 'kept' }))!
  await write('Uno.\n\nTutto diverso.')
  expect(await restoreVersion(db, { ...ref, version: first, personId: person.id })).toBe(true)
  expect(await reads()).toBe('Uno.\nDue.')
  const versions = await list()
  expect(versions.map((version) => version.reason)).toEqual(['restore', 'time', 'kept'])
  expect(textOf((await readVersion(db, ref, versions[1]!.id))!.content)).toBe('Uno.\nTutto diverso.')
  expect(await restoreVersion(db, { ...ref, version: first, personId: person.id })).toBe(false)
})

test('a version of another text can be neither read, named nor restored', async () => {
  const [one, other] = [await aText(), await aText()]
  const version = (await keepVersion(db, { ...one.ref, reason: 'kept' }))!
  expect(await readVersion(db, other.ref, version)).toBeUndefined()
  await expect(restoreVersion(db, { ...other.ref, version, personId: other.person.id })).rejects.toMatchObject({ code: 'not-found' })
  const naming = changeVersions(db, other.ref, { intent: 'name', version, name: 'Mia' }, other.person.id)
  await expect(naming).rejects.toMatchObject({ code: 'not-found' })
})

test('versions are found by name, and a name can be taken away', async () => {
  const { ref, person, write } = await aText()
  await changeVersions(db, ref, { intent: 'keep', name: 'Inviata al tavolo' }, person.id)
  await write('Poi altro.')
  await changeVersions(db, ref, { intent: 'keep', name: '' }, person.id)
  const named = await listVersions(db, ref, { named: true, limit: 10 })
  expect(named.map((version) => version.name)).toEqual(['Inviata al tavolo'])
  await changeVersions(db, ref, { intent: 'name', version: named[0]!.id, name: '' }, person.id)
  expect(await listVersions(db, ref, { named: true, limit: 10 })).toEqual([])
})

test('after a week one version per hour stays, after 90 days none but named ones', async () => {
  const { ref, write, list } = await aText()
  const ages: [string, string | null][] = [
    ['91 days', null],
    ['91 days', 'Di riferimento'],
    ['8 days', null],
    ['8 days -5 minutes', null],
    ['6 days', null],
    ['6 days -5 minutes', null],
  ]
  const noon = new Date('2026-11-20T12:30:00Z')
  for (const [index, [age, name]] of ages.entries()) {
    await write(`Stesura ${index}.`)
    const id = await keepVersion(db, { ...ref, reason: 'time', name })
    await sql`update document_version set created_at = ${noon}::timestamptz - ${age}::interval where id = ${id!}`.execute(db)
  }
  await thinVersions(db, noon)
  const left = (await list()).map(({ createdAt, name }) => [createdAt.toISOString(), name])
  expect(left).toEqual([
    ['2026-11-14T12:35:00.000Z', null],
    ['2026-11-14T12:30:00.000Z', null],
    ['2026-11-12T12:35:00.000Z', null],
    ['2026-08-21T12:30:00.000Z', 'Di riferimento'],
  ])
})

test('a damaged version is not shown as if it were the text', async () => {
  const { ref } = await aText()
  const id = (await keepVersion(db, { ...ref, reason: 'kept' }))!
  await sql`update document_version set state = set_byte(state, 12, (get_byte(state, 12) # 4)) where id = ${id}`.execute(db)
  await expect(readVersion(db, ref, id)).rejects.toThrow('is damaged')
})

test('two versions of a text that changed places, hashes and all, are not shown as each other', async () => {
  const { ref, write } = await aText()
  const first = (await keepVersion(db, { ...ref, reason: 'kept' }))!
  await write('Seconda stesura.')
  const second = (await keepVersion(db, { ...ref, reason: 'kept' }))!
  await sql`update document_version set epoch = 99 where id = ${first}`.execute(db) // room for the exchange: no two alike
  await sql`update document_version v set state = o.state, sha256 = o.sha256, seal = o.seal from document_version o
    where v.id in (${first}, ${second}) and o.id in (${first}, ${second}) and v.id <> o.id`.execute(db)
  await sql`update document_version set epoch = 1 where id = ${first}`.execute(db)
  for (const id of [first, second]) await expect(readVersion(db, ref, id)).rejects.toThrow('is damaged')
})

test('removing most of a real document keeps it as it was, and says so in the log once', async () => {
  const long = 'Una frase che conta. '.repeat(60).trim()
  const { ref, write, list } = await aText(long)
  await write('Vuoto.')
  const versions = await list()
  expect(versions.map((version) => version.reason)).toEqual(['shrink'])
  expect(textOf((await readVersion(db, ref, versions[0]!.id))!.content)).toBe(long)
  const lines: string[] = []
  const heard = pino({ level: 'error' }, { write: (line: string) => lines.push(line) })
  await alertShrinks(db, heard)
  await alertShrinks(db, heard)
  expect(lines.filter((line) => line.includes(ref.documentId))).toHaveLength(1)
})

test('a beginning is not a real document, and a fifth is enough to stay quiet', () => {
  expect(isShrunk(499, 0)).toBe(false)
  expect(isShrunk(500, 100)).toBe(false)
  expect(isShrunk(500, 99)).toBe(true)
})
