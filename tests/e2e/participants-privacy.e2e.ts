import fs from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { sql } from 'kysely'
import { createTables } from '#app/codesign/tables/create-tables.server.ts'
import { listTables } from '#app/codesign/tables/table.queries.server.ts'
import { readText } from '#app/documents/log/read-text.server.ts'
import { unpackSnapshot } from '#app/documents/log/packed.server.ts'
import type { Db } from '#db/connection.ts'
import { aJoinCode, aMeeting, aProcess, aPrompt } from '#tests/support/codesign.ts'
import { demoAccount, expect, signIn, test } from '#tests/support/e2e.ts'
import { aPerson } from '#tests/support/factories.ts'
import { openProductDatabase } from '#tests/support/product-database.ts'

let db: Db
test.beforeAll(() => {
  ;({ db } = openProductDatabase())
})
test.afterAll(() => db.destroy())

const device = 'SondaTelefono/7.3 (Modello-42)'

/** What a binary column holds, for somebody who has the dump: the words of Yjs updates stand in them as they are. */
function decoded(hex: string): string {
  const bytes = Buffer.from(hex, 'hex')
  try {
    return Buffer.from(unpackSnapshot(bytes).bytes).toString('utf8')
  } catch {
    return bytes.toString('utf8') // not compressed
  }
}

/** Every row of every table as text. */
async function dump(): Promise<Map<string, string[]>> {
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_schema in ('public', 'graphile_worker') and table_type = 'BASE TABLE'`.execute(db)
  const all = new Map<string, string[]>()
  for (const { name } of tables) {
    const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.raw(name)} t`.execute(db)
    all.set(
      name,
      rows.map(({ row }) => row),
    )
  }
  return all
}

/** Live texts of a meeting's tables, put together from their logs. */
async function liveTexts(meetingId: string): Promise<string> {
  const tables = await listTables(db, meetingId)
  return JSON.stringify(await Promise.all(tables.map((table) => readText(db, table))))
}

/** A meeting with a question and a table. */
async function aMeetingPlace() {
  const process = await aProcess(db)
  const meeting = await aMeeting(db, process.id)
  const code = await aJoinCode(db, process.id, { meetingId: meeting.id })
  await aPrompt(db, process.id)
  const place = { processId: process.id, meetingId: meeting.id }
  await createTables(db, await aPerson(db, { role: 'editor' }), place, { titles: ['Tavolo'], prompt: '', lang: 'it' })
  return { process, meeting, code }
}

/** Everything one can do as a participant, and the frames the live table exchanged. */
async function takePart(page: Page, code: string, words: string): Promise<string[]> {
  const frames: string[] = []
  page.on('websocket', (socket) => {
    const note = ({ payload }: { payload: string | Buffer }) => void frames.push(Buffer.from(payload).toString('utf8'))
    socket.on('framesent', note)
    socket.on('framereceived', note)
  })
  await page.goto(`/p/${code}?l=it`)
  await page.locator('main form button[type=submit]').click()
  await page.getByLabel('Scrivi la tua risposta').fill(`Risposta ${words}`)
  await page.getByRole('button', { name: 'Avanti' }).click()
  await expect(page).toHaveURL(/\/p\/qui$/)
  await page.goto('/p/qui/tavolo')
  await page.locator('button[value=any]').click()
  await page.locator('.ProseMirror').click()
  await page.keyboard.type(`Tavolo ${words}`)
  await expect(page.locator('[data-save=saved]')).toContainText('✓')
  await page.goto('/p/qui/segnala')
  await page.locator('main textarea').fill(`Segnalo ${words}`)
  await page.locator('main form button[type=submit]').click()
  await page.goto('/p/qui/spazio')
  await page.getByRole('button', { name: 'Mostra' }).click()
  return frames
}

test('nothing leads from a pseudonym to a person or a device: not the database, the log, the wire, the exports', async ({
  browser,
  noise,
}) => {
  test.setTimeout(120_000)
  noise.allow(/WebSocket/)
  const { email } = demoAccount('member')
  const account = await db.selectFrom('person').select(['id', 'name']).where('email', '=', email).executeTakeFirstOrThrow()
  const { process, meeting, code } = await aMeetingPlace()
  // The worst case: the same browser is signed in with an account, and one of two participants.
  const known = await browser.newContext({ userAgent: device })
  const page = await known.newPage()
  await signIn(page, 'member')
  const before = await dump()
  const other = await (await browser.newContext({ userAgent: device })).newPage()
  const frames = [...(await takePart(other, code.code, 'altrui')), ...(await takePart(page, code.code, 'mia'))]
  const personal = (await page.locator('.g-personal').innerText()).replaceAll('-', '')
  const cookies = await known.cookies()
  const secrets = cookies.filter(({ name }) => /cc_(part|sid)/.test(name)).map(({ value }) => value)
  expect(secrets).toHaveLength(2)
  const staff = await browser.newContext()
  const desk = await staff.newPage()
  await signIn(desk, 'editor')
  const board = await desk.goto(`/it/scrivania/percorsi/${process.slug}/incontri/${meeting.id}/regia`)
  const boardHtml = (await board?.text()) ?? ''
  expect(boardHtml).toContain('Risposta mia') // it is the meeting's board

  const participants = await db.selectFrom('participant').selectAll().where('process_id', '=', process.id).execute()
  expect(participants).toHaveLength(2)
  expect(frames.join('')).toContain(participants[0]?.pseudonym) // presence shows the pseudonym
  const after = await dump()
  const fresh = [...after].flatMap(([name, rows]) => {
    const old = new Set(before.get(name))
    const decode = (row: string): string => row.replaceAll(/\\+x([0-9a-f]{8,})/g, (_all, hex: string) => decoded(hex))
    return rows.filter((row) => !old.has(row)).map((row) => ({ name, row: decode(row) }))
  })
  const live = await liveTexts(meeting.id)
  expect(live).toContain('Tavolo mia')
  fresh.push({ name: 'live texts', row: live })
  const never = [device, 'SondaTelefono', 'Modello-42', email, account.name, ...secrets, personal]
  for (const { name, row } of fresh.filter((one) => !/session|graphile/.test(one.name)))
    for (const trace of never) expect(row.includes(trace), `${name} holds ${trace}: ${row.slice(0, 300)}`).toBe(false)
  for (const { name, row } of [...after].flatMap(([table, rows]) => rows.map((row) => ({ name: table, row }))))
    expect(row.includes(account.id) && participants.some(({ id }) => row.includes(id)), `${name} ties an account to a participant`).toBe(
      false,
    )

  const log = fs.readFileSync(path.join(globalThis.process.env.CASA_E2E_DATA_DIR ?? '', 'product.log'), 'utf8')
  expect(log).toContain('/p/') // requests are logged
  const own = participants.flatMap(({ id, pseudonym }) => [id, pseudonym])
  const files = ['csv', 'json', 'geojson'].map((ending) => `/dati-aperti/buone-pratiche.${ending}`)
  const api = ['search?q=altrui', 'practices', 'chapters', 'programmes', 'documents'].map((what) => `/api/v1/${what}`)
  const exports = ['/sitemap.xml', '/feed.atom', '/it/cerca?q=Risposta', ...files, ...api, `/it/partecipa/${process.slug}`]
  const outside = [log, ...(await Promise.all(exports.map(async (address) => (await other.request.get(address)).text())))].join('\n')
  for (const trace of [device, email, ...secrets, personal, ...own, 'Risposta mia', 'Segnalo'])
    expect(outside.includes(trace), trace).toBe(false)
  for (const trace of [device, 'SondaTelefono', email, account.id, ...secrets]) expect(frames.join('\n').includes(trace), trace).toBe(false)
  for (const trace of [device, email, account.id]) expect(boardHtml.includes(trace), trace).toBe(false)
  await Promise.all([known.close(), other.context().close(), staff.close()])
})
