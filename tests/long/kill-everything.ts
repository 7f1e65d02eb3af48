/**
 * Two people in two Chromium windows write one chapter; once both see "saved", everything is killed with -9 (web server,
 * PostgreSQL, Meilisearch) and the windows are closed. After a restart every word must be there. Ten rounds, seed printed.
 *
 * Run: node tests/long/kill-everything.ts [rounds].
 */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { type Browser, chromium, type Page } from 'playwright-core'
import { chromiumFlags, findChromium } from '../support/chromium.ts'
import { type Product, startProduct } from '../support/start-product.ts'

const rounds = Number(process.argv[2] ?? 10)
const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'casa-kill-'))

/** kill -9 of the server and of every process whose working directory lies in its DATA_DIR. */
function killEverything({ child }: Product): void {
  child.removeAllListeners('exit')
  child.kill('SIGKILL')
  for (const pid of fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const cwd = readLink(`/proc/${pid}/cwd`)
    if (cwd?.startsWith(dataDir)) process.kill(Number(pid), 'SIGKILL')
  }
}

/** A process may end while we look, and others' are not ours to see. */
function readLink(link: string): string | undefined {
  try {
    return fs.readlinkSync(link)
  } catch {
    return undefined
  }
}

async function openEditor(browser: Browser, url: string, email: string, name: string): Promise<Page> {
  const accounts = JSON.parse(fs.readFileSync(path.join(dataDir, 'demo-accounts.json'), 'utf8')) as { email: string; password: string }[]
  const page = await (await browser.newContext()).newPage()
  await page.goto(`${url}/it/accedi`)
  await page.getByLabel('Indirizzo e-mail').fill(email)
  await page
    .getByLabel('Password', { exact: false })
    .first()
    .fill(accounts.find((account) => account.email === email)?.password ?? '')
  await page.locator('main form button[type=submit]').first().click()
  await page.waitForURL(/scrivania/)
  await page.goto(`${url}/it/scrivania/testi/${name}`)
  await page.locator('[contenteditable=true]').waitFor({ timeout: 30_000 })
  return page
}

async function chapterName(): Promise<string> {
  const connection = JSON.parse(fs.readFileSync(path.join(dataDir, 'postgres.json'), 'utf8')) as { url: string }
  const client = new pg.Client({ connectionString: connection.url })
  await client.connect()
  const { rows } = await client.query<{ document_id: string }>(
    'select document_id from chapter where not is_example order by number limit 1',
  )
  await client.end()
  return `${rows[0]?.document_id}.it`
}

/** One writes at the beginning, the other at the end: words typed at one place at once interleave, as they should. */
const write = async (page: Page, place: 'Home' | 'End', words: string): Promise<void> => {
  await page.locator('[contenteditable=true]').click()
  await page.keyboard.press(`Control+${place}`)
  await page.keyboard.type(` ${words} `, { delay: 5 })
}

/** The text itself, without the carets of others: one may stand in the middle of a word. */
const wordsOf = (page: Page): Promise<string> =>
  page.locator('[contenteditable=true]').evaluate((element) => {
    const copy = element.cloneNode(true) as HTMLElement
    copy.querySelectorAll('.caret').forEach((caret) => caret.remove())
    return copy.textContent ?? ''
  })

async function seen(page: Page, words: string): Promise<void> {
  for (const end = Date.now() + 20_000; !(await wordsOf(page)).includes(words); await wait(100))
    if (Date.now() > end) throw new Error(`${words} did not arrive in the other window; there: ${(await wordsOf(page)).slice(-400)}`)
}

const saved = (page: Page) => page.locator('[data-save=saved]').waitFor({ timeout: 20_000 })

const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumFlags })
const written: string[] = []
let lost = 0
try {
  for (let round = 1; round <= rounds; round += 1) {
    const product = await startProduct(dataDir)
    const name = await chapterName()
    const editor = await openEditor(browser, product.url, 'editor@example.org', name)
    const facilitator = await openEditor(browser, product.url, 'facilitator@example.org', name)
    const before = await wordsOf(editor)
    const missing = written.filter((words) => !before.includes(words))
    lost += missing.length
    const [mine, theirs] = [
      `Prova ${round} della redazione r${round}e${Date.now()}`,
      `Prova ${round} di chi facilita r${round}f${Date.now()}`,
    ]
    await Promise.all([write(editor, 'Home', mine), write(facilitator, 'End', theirs)])
    await Promise.all([seen(facilitator, stampOf(mine)), seen(editor, stampOf(theirs))])
    await Promise.all([saved(editor), saved(facilitator)])
    const both = (await wordsOf(editor)) === (await wordsOf(facilitator))
    killEverything(product)
    await Promise.all([editor.context().close(), facilitator.context().close()])
    written.push(...[mine, theirs].map(stampOf))
    console.log(`round ${round}: equal in both windows ${both}, lost before this round ${missing.length}`)
  }
  const product = await startProduct(dataDir)
  const page = await openEditor(browser, product.url, 'editor@example.org', await chapterName())
  const text = await wordsOf(page)
  lost += written.filter((words) => !text.includes(words)).length
  killEverything(product)
} finally {
  await browser.close()
  fs.rmSync(dataDir, { recursive: true, force: true })
}
console.log(`${rounds} rounds, ${written.length} passages written, ${lost} lost`)
process.exitCode = lost === 0 ? 0 : 1

/** The word of a passage that is found nowhere else. */
function stampOf(passage: string): string {
  return passage.split(' ').at(-1) ?? passage
}
