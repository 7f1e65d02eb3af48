import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { extract } from 'tar'
import { afterAll, expect, it } from 'vitest'
import { saveAnswer } from '#app/codesign/answers/save-answer.server.ts'
import { reportProblem } from '#app/codesign/answers/report-problem.server.ts'
import { changeOwnSettings } from '#app/codesign/join/change-own-settings.server.ts'
import { joinByCode } from '#app/codesign/join/join-by-code.server.ts'
import { type Here, readParticipant } from '#app/codesign/join/participant-session.server.ts'
import { makeReturnCode } from '#app/codesign/join/return-code.server.ts'
import { createTables } from '#app/codesign/tables/create-tables.server.ts'
import { listTables } from '#app/codesign/tables/table.queries.server.ts'
import { takeSeat } from '#app/codesign/tables/take-seat.server.ts'
import { writeAtTable } from '#app/codesign/tables/write-at-table.server.ts'
import { searchAnswer } from '#app/discovery/search-answer.server.ts'
import { unpackSnapshot } from '#app/documents/log/packed.server.ts'
import { apiChapters } from '#app/manual/api.queries.server.ts'
import { apiPractices } from '#app/practices/api.queries.server.ts'
import { openDataFile, openFormats } from '#app/practices/open-data-files.server.ts'
import { visitor } from '#app/shared/actor.ts'
import { newId } from '#db/new-id.ts'
import { reindex } from '#search/indexing.ts'
import { INDEX } from '#search/meilisearch/settings.ts'
import { openTestEngines } from '#search/relevance/test-engines.ts'
import { aJoinCode, aMeeting, aProcess, aPrompt } from '#tests/support/codesign.ts'
import { anOrganisation, aPerson } from '#tests/support/factories.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { writeBackup } from './write-backup.ts'

const { db, url } = await useTestDatabase()
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'casa-unknown-'))
const opened = await openTestEngines(db)
afterAll(async () => {
  await opened.stop()
  fs.rmSync(folder, { recursive: true })
})

const ip = '203.0.113.77'
const typedName = 'Zefirino Quarantadue'
const origin = 'https://casa.example'

/** Somebody who has an account takes part in everything, under a name of their choice. */
async function somebodyTakesPart() {
  const account = await aPerson(db, { name: 'Ortensia Vera', role: 'editor' })
  await anOrganisation(db, { name: 'Cooperativa Abete' })
  const process = await aProcess(db)
  const meeting = await aMeeting(db, process.id)
  const code = await aJoinCode(db, process.id, { meetingId: meeting.id })
  const prompt = await aPrompt(db, process.id)
  const joined = await joinByCode(db, { code: code.code, lang: 'it', pseudonym: 7, ip, secure: false, here: undefined })
  if (!joined.ok) throw new Error(joined.reason)
  const cookie = joined.cookie.split(';')[0] ?? ''
  const here = (await readParticipant(db, cookie, { secure: false })) as Here
  expect(await changeOwnSettings(db, here, { displayName: typedName, lang: 'it', credit: 'pseudonym' })).toBe(true)
  expect(await saveAnswer(db, here, { promptId: prompt.id, clientKey: newId(), body: 'Rispostasegreta' })).toMatchObject({ ok: true })
  const place = { processId: process.id, meetingId: meeting.id }
  await createTables(db, account, place, { titles: ['Tavolo'], prompt: '', lang: 'it' })
  const [table] = await listTables(db, meeting.id)
  await takeSeat(db, here.participant, meeting.id, table!.id)
  const seated = (await readParticipant(db, cookie, { secure: false })) as Here
  await writeAtTable(db, seated.participant, table!, 'Parolaltavolo')
  await reportProblem(db, seated, { reason: 'Segnalazioneriservata' })
  const returnCode = await makeReturnCode(db, here.participant.id)
  return { account, participant: here.participant.id, secrets: [ip, cookie.split('=')[1] ?? '', returnCode] }
}

const { account, participant, secrets } = await somebodyTakesPart()
const { pseudonym } = await db.selectFrom('participant').select('pseudonym').where('id', '=', participant).executeTakeFirstOrThrow()
/** Nothing of a participant whose words were never published. */
const never = [...secrets, participant, typedName, pseudonym, 'Rispostasegreta', 'Parolaltavolo', 'Segnalazioneriservata', account.email]

/** Bytes stand in a backup as PostgreSQL prints them; the words of Yjs updates in them as they are. */
const decoded = (line: string): string =>
  line.replaceAll(/\\+x([0-9a-f]{8,})/g, (_all, hex: string) => {
    const bytes = Buffer.from(hex, 'hex')
    try {
      return Buffer.from(unpackSnapshot(bytes).bytes).toString('utf8')
    } catch {
      return bytes.toString('utf8') // not compressed
    }
  })

async function filesOfABackup(): Promise<Map<string, string>> {
  const file = path.join(folder, 'backup.tar.gz')
  const dataDir = path.join(folder, 'data')
  const unpacked = path.join(folder, 'unpacked')
  for (const one of [dataDir, unpacked]) fs.mkdirSync(one)
  await writeBackup({ url, dataDir, file })
  await extract({ file, cwd: unpacked })
  const names = fs.readdirSync(unpacked, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map(
    names.map((entry) => {
      const full = path.join(entry.parentPath, entry.name)
      return [path.relative(unpacked, full), decoded(fs.readFileSync(full, 'utf8'))]
    }),
  )
}

it('a backup ties no participant to an account or a device, and keeps the name they chose with them alone', async () => {
  const files = await filesOfABackup()
  const holding = (words: string) => [...files].flatMap(([name, text]) => (text.includes(words) ? [name] : []))
  expect(files.size).toBeGreaterThan(30)
  // It was looked into: accounts and words are there, as they must be to come back.
  expect(holding(account.email)).toContain('tables/person.copy')
  expect(holding('Rispostasegreta')).toEqual(['tables/contribution.copy'])
  expect(holding('Parolaltavolo').length).toBeGreaterThan(0)
  for (const secret of secrets) expect(holding(secret), secret).toEqual([])
  for (const name of [typedName, pseudonym]) expect(holding(name), name).toEqual(['tables/participant.copy'])
  for (const [name, text] of files)
    for (const line of text.split('\n'))
      if (line.includes(participant))
        for (const trace of [account.id, account.email, 'Ortensia'])
          expect(line.includes(trace), `${name}: ${line.slice(0, 200)}`).toBe(false)
})

/** As it streams: pieces of text, which a server sends as bytes. */
async function readAll({ body }: Response): Promise<string> {
  const pieces: string[] = []
  const reader = body!.getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) pieces.push(Buffer.from(next.value).toString('utf8'))
  return pieces.join('')
}

it('no export holds a participant, or words nobody published', async () => {
  for (const engine of opened.engines) await reindex(db, engine)
  const where = { lang: 'it', origin } as const
  const search = opened.engines[0]!
  const ask = (q: string) => searchAnswer({ db, search, actor: visitor, lang: 'it', params: new URLSearchParams({ q }), origin })
  const exports = [
    ...(await Promise.all(openFormats.map((format) => readAll(openDataFile(db, origin, format, 'buone-pratiche'))))),
    ...(await Promise.all([apiPractices(db, where, { type: undefined, after: undefined, perPage: 100 }), apiChapters(db, where)])),
    ...(await Promise.all(['Rispostasegreta', 'Parolaltavolo', typedName, pseudonym].map(async (q) => (await ask(q)).hits))),
  ].map((each) => (typeof each === 'string' ? each : JSON.stringify(each)))
  expect(JSON.stringify(await ask('abete'))).toContain('Cooperativa Abete')
  for (const one of exports) for (const trace of never) expect(one.includes(trace), `${trace}: ${one.slice(0, 200)}`).toBe(false)
})

it.runIf(opened.meilisearch)('nor does an index of Meilisearch', async () => {
  const { url: host, key } = opened.meilisearch!
  const answer = await fetch(`${host}/indexes/${INDEX}/documents?limit=10000`, { headers: { Authorization: `Bearer ${key}` } })
  const all = await answer.text()
  expect(all).toContain('Cooperativa Abete')
  expect(all).toContain('Abitare insieme') // the process itself is found
  for (const trace of never) expect(all.includes(trace), trace).toBe(false)
})
