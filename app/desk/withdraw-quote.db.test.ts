import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { answerQuoteRequest } from '#app/codesign/answers/quote-consent.server.ts'
import { saveAnswer } from '#app/codesign/answers/save-answer.server.ts'
import { type Here, readParticipant } from '#app/codesign/join/participant-session.server.ts'
import { createDocument } from '#app/documents/create-document.server.ts'
import { currentEdition } from '#app/documents/editions/edition.queries.server.ts'
import { publishEdition } from '#app/documents/editions/publish-edition.server.ts'
import { readText } from '#app/documents/log/read-text.server.ts'
import { writeText } from '#app/documents/log/write-text.server.ts'
import { blocksFromMarkdown } from '#app/documents/markdown/from-markdown.ts'
import { textOf } from '#app/documents/reading/text-of.ts'
import { apiChapter } from '#app/manual/api.queries.server.ts'
import type { DocJson } from '#app/documents/schema/json.ts'
import { newId } from '#db/new-id.ts'
import { indexRecord } from '#search/indexing.ts'
import { createPostgresEngine } from '#search/postgres/engine.ts'
import { aJoinCode, aParticipant, aProcess, aPrompt } from '#tests/support/codesign.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { withdrawQuote } from './withdraw-quote.server.ts'

const { db } = await useTestDatabase()
const dataDir = mkdtempSync(path.join(os.tmpdir(), 'casa-quote-'))
afterAll(() => rmSync(dataDir, { recursive: true }))
const engine = createPostgresEngine(db)
const quote = 'La cucina condivisa fa nascere amicizie tra famiglie'

/** A published chapter that quotes an answer its author agreed to see quoted. */
async function aQuotedAnswer() {
  const process = await aProcess(db)
  const code = await aJoinCode(db, process.id)
  const { cookie } = await aParticipant(db, process.id, { join_code_id: code.id })
  const here = (await readParticipant(db, cookie, { secure: false })) as Here
  const prompt = await aPrompt(db, process.id)
  const saved = await saveAnswer(db, here, { promptId: prompt.id, clientKey: newId(), body: quote })
  const contributionId = saved.ok ? saved.id : ''
  await answerQuoteRequest(db, here, contributionId, 'pseudonym')
  const markdown = `Prima.\n\n${quote}, dice chi c’era.\n\nDopo.`
  const documentId = await createDocument(db, {
    kind: 'chapter',
    sourceLang: 'it',
    texts: { it: { type: 'doc', content: blocksFromMarkdown(markdown) } },
  })
  const chapterId = newId()
  const slug = `capitolo-${chapterId}`
  await db
    .insertInto('chapter')
    .values({
      id: chapterId,
      slug,
      title_it: 'Capitolo',
      number: 901,
      document_id: documentId,
      state: 'published',
    })
    .execute()
  const ref = { documentId, lang: 'it' }
  await publishEdition(db, { ...ref, personId: null })
  await db
    .insertInto('contribution_placement')
    .values({ id: newId(), contribution_id: contributionId, document_id: documentId, lang: 'it', placed_text: quote })
    .execute()
  const reindex = () => indexRecord(db, [engine], `chapter:${chapterId}`)
  await reindex()
  const found = async () => (await engine.search({ text: 'cucina condivisa amicizie', lang: 'it' })).total
  const everywhere = async () => ({
    text: textOf((await readText(db, ref))!).includes('cucina'),
    edition: (await currentEdition(db, ref))!.body.includes('cucina'),
    found: (await found()) > 0,
    exported: JSON.stringify(await apiChapter(db, { lang: 'it', origin: 'https://casa.example' }, slug)).includes('cucina'),
  })
  const everyEdition = async () =>
    JSON.stringify(await db.selectFrom('edition').selectAll().where('document_id', '=', documentId).execute())
  /** Somebody goes on writing the chapter and publishes it again. */
  const publishAgain = async () => {
    const change = ({ json }: { json: () => DocJson }) => ({ ...json(), content: [...json().content, ...blocksFromMarkdown('In più.')] })
    await writeText(db, { ...ref, personId: null, change })
    return await publishEdition(db, { ...ref, personId: null })
  }
  return { here, contributionId, everywhere, everyEdition, publishAgain, reindex }
}

it('takes a quote out of text, editions, the next one, search and export when its author takes consent back', async () => {
  const { here, contributionId, everywhere, everyEdition, publishAgain, reindex } = await aQuotedAnswer()
  expect(await withdrawQuote(db, dataDir, contributionId), 'while they agree').toBe(0)
  expect(await everywhere()).toEqual({ text: true, edition: true, found: true, exported: true })
  await answerQuoteRequest(db, here, contributionId, 'no')
  expect(await withdrawQuote(db, dataDir, contributionId)).toBe(1)
  await reindex()
  expect(await everywhere()).toEqual({ text: false, edition: false, found: false, exported: false })
  await publishAgain()
  await reindex()
  expect(await everywhere()).toEqual({ text: false, edition: false, found: false, exported: false })
  const editions = await everyEdition()
  expect(editions).toContain('In più.')
  expect(editions).not.toContain('cucina')
  expect(await withdrawQuote(db, dataDir, contributionId), 'run again').toBe(0)
})
