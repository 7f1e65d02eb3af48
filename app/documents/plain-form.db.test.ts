import { expect, test } from 'vitest'
import { aPerson } from '#tests/support/factories.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { createDocument } from './create-document.server.ts'
import { readText } from './log/read-text.server.ts'
import { docFromMarkdown } from './markdown/sections.ts'
import { readPlainText, writePlainText } from './plain-form.server.ts'
import { sectionOf } from './schema/content.ts'
import type { DocumentKind } from './schema/content.ts'

const { db } = await useTestDatabase()

async function aText(kind: DocumentKind, markdown: string) {
  const documentId = await createDocument(db, { kind, sourceLang: 'it', texts: { it: docFromMarkdown(kind, markdown) } })
  const ref = { documentId, lang: 'it' }
  const plain = (await readPlainText(db, ref, kind))!
  const { id: personId } = await aPerson(db)
  const write = (fields: [string, string][], base = plain.base) =>
    writePlainText(db, { ...ref, kind, personId, base, fields: new Map(fields) })
  return { ref, plain, write }
}

test('a chapter is one field, and blocks that were not touched keep their identity', async () => {
  const { ref, plain, write } = await aText('chapter', '## Casa\n\nUno.\n\nDue.')
  expect(plain.fields).toEqual([{ key: '', markdown: '## Casa\n\nUno.\n\nDue.' }])
  const before = (await readText(db, ref))!.content
  expect(await write([['', '## Casa\n\nUno, riscritto.\n\nDue.']])).toEqual({ ok: true })
  const after = (await readText(db, ref))!.content
  expect(after[2]).toEqual(before[2])
  expect(after[1]!.content![0]!.text).toBe('Uno, riscritto.')
})

test('a sheet has a field for each fixed section, and those not sent stay as they are', async () => {
  const { ref, plain, write } = await aText('practice', '## problem\n\nPochi alloggi.\n\n## how\n\nRete.')
  expect(plain.fields.map(({ key }) => key).slice(0, 2)).toEqual(['problem', 'how'])
  expect(await write([['problem', 'Nessun alloggio.']])).toEqual({ ok: true })
  const text = (await readText(db, ref))!
  expect(sectionOf(text, 'problem')[0]!.content![0]!.text).toBe('Nessun alloggio.')
  expect(sectionOf(text, 'how')[0]!.content![0]!.text).toBe('Rete.')
  expect(text.content).toHaveLength(9)
})

test('a text that somebody changed meanwhile is not overwritten', async () => {
  const { ref, plain, write } = await aText('chapter', 'Uno.')
  await write([['', 'Due.']])
  const refused = await write([['', 'Tre.']], plain.base)
  expect(refused).toMatchObject({ ok: false, reason: 'changed' })
  expect((await readText(db, ref))!.content[0]!.content![0]!.text).toBe('Due.')
  if (refused.ok) return
  expect(await write([['', 'Tre.']], refused.base)).toEqual({ ok: true })
})
