import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { revokeJoinCode } from '#app/codesign/join/revoke-join-code.server.ts'
import { type ParticipantLang, participantLanguages } from '#app/codesign/participant-languages.ts'
import { createTables } from '#app/codesign/tables/create-tables.server.ts'
import type { Db } from '#db/connection.ts'
import { newId } from '#db/new-id.ts'
import { axe } from '#tests/support/axe.ts'
import { aJoinCode, aMeeting, aProcess, aPrompt } from '#tests/support/codesign.ts'
import { expect, test } from '#tests/support/e2e.ts'
import { aPerson } from '#tests/support/factories.ts'
import { openProductDatabase } from '#tests/support/product-database.ts'

let db: Db
test.beforeAll(() => {
  ;({ db } = openProductDatabase())
})
test.afterAll(() => db.destroy())

/** A process with a meeting, its code, a question to choose and one to write on. */
async function aRoom() {
  const process = await aProcess(db)
  const meeting = await aMeeting(db, process.id)
  const code = await aJoinCode(db, process.id, { meetingId: meeting.id })
  await aPrompt(db, process.id, {
    choices: { it: ['Vicini che aiutano', 'Un affitto più basso'], en: ['Neighbours who help', 'A lower rent'] },
  })
  await aPrompt(db, process.id)
  return { process, meeting, code }
}

async function comeIn(page: Page, code: string, lang: ParticipantLang): Promise<void> {
  await page.goto(`/p/${code}?l=${lang}`)
  await page.locator('main form button[type=submit]').click()
  await expect(page).toHaveURL(/\/p\/qui\/domande\//)
}

const storedIn = (processId: string) =>
  db
    .selectFrom('contribution')
    .where('process_id', '=', processId)
    .select(['id', 'choice', 'body', 'state'])
    .orderBy('created_at')
    .execute()

const long = process.env.CASA_TEST_LONG !== undefined

test('axe finds nothing on the way from code to outcome, in ten languages at 390 pixels', async ({ page, context }) => {
  test.setTimeout(600_000)
  await page.setViewportSize({ width: 390, height: 844 })
  const { process, meeting, code } = await aRoom()
  const place = { processId: process.id, meetingId: meeting.id }
  const tables = { titles: ['Tavolo 1', 'Tavolo 2'], prompt: 'Che cosa serve?', lang: 'it' }
  await createTables(db, await aPerson(db, { role: 'editor' }), place, tables)
  const found: string[] = []
  const look = async (name: string, lang: string): Promise<void> => {
    found.push(...(await axe(page)).map((line) => `${lang} ${name}: ${line}`))
    const frame = await page.evaluate(() => ({
      lang: document.documentElement.lang,
      dir: document.documentElement.dir,
      overflow: document.documentElement.scrollWidth - window.innerWidth,
      exitAt: ((box) => (box ? box.left + box.width / 2 : 0))(document.querySelector('.g-exit')?.getBoundingClientRect()),
    }))
    const mirrored = ['ar', 'ur'].includes(lang)
    if (frame.lang !== lang || frame.dir !== (mirrored ? 'rtl' : 'ltr')) found.push(`${lang} ${name}: ${JSON.stringify(frame)}`)
    if (frame.exitAt < 195 !== mirrored) found.push(`${lang} ${name}: quick exit stands at ${frame.exitAt}`)
    if (frame.overflow > 0) found.push(`${lang} ${name}: ${frame.overflow} pixels too wide`)
  }
  for (const lang of participantLanguages) {
    await context.clearCookies()
    await page.goto(`/p/${code.code}?l=${lang}`)
    await look('start', lang)
    await page.locator('main form button[type=submit]').click()
    await page.locator('input[name=choice]').first().check()
    await expect(page.locator('[data-status]')).toContainText('✓')
    await look('card', lang)
    const answer = (await storedIn(process.id)).at(-1)
    await db
      .insertInto('contribution_outcome')
      .values({ contribution_id: answer?.id ?? '', outcome: 'not-taken' })
      .execute()
    await db
      .insertInto('contribution_outcome_text')
      .values({ contribution_id: answer?.id ?? '', lang: 'it', reason: 'Decide il Comune.' })
      .execute()
    const rest = ['/p/qui/spazio', '/p/qui/segnala', '/p/esci']
    for (const address of ['/p/qui', '/p/qui/risposte', ...(long || lang === 'ur' ? rest : [])]) {
      await page.goto(address)
      await look(address, lang)
    }
    await page.goto('/p/qui/tavolo')
    if (long || lang === 'ur') await look('tables', lang)
    await page.locator('button[value=any]').click()
    await expect(page.locator('.ProseMirror')).toHaveCount(1)
    await expect(page.locator('[data-save=saved]')).toContainText('✓')
    await look('table', lang)
  }
  expect(found).toEqual([])
})

test('without JavaScript a participant comes in, answers, hears what became of it, withdraws, leaves and returns', async ({
  browser,
  noise,
}) => {
  noise.allow(/404|422/)
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  const { process, code } = await aRoom()
  await page.goto('/p')
  await page.getByLabel('Scrivi il codice').fill('ABCD 234O')
  await page.getByRole('button', { name: 'Avanti' }).click()
  await expect(page.locator('.g-error')).toContainText('non ci sono 0, O, 1 e I')
  await page.getByLabel('Scrivi il codice').fill(` ${code.code.toLowerCase().slice(0, 4)} ${code.code.slice(4)}`)
  await page.getByRole('button', { name: 'Avanti' }).click()
  await page.getByRole('link', { name: 'Français' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
  await page.getByRole('button', { name: 'Commencer' }).click()
  await page.getByText('Un affitto più basso').click()
  await page.getByRole('button', { name: 'Suivant' }).click()
  await page.getByLabel('Écrivez votre réponse').fill('Une cuisine commune, appelez le 333 123 4567')
  await page.getByRole('button', { name: 'Suivant' }).click()
  await expect(page.locator('[data-hints]')).toContainText('numéro de téléphone') // saved, and hinted at once
  await page.getByLabel('Écrivez votre réponse').fill('Une cuisine commune')
  await page.getByRole('button', { name: 'Suivant' }).click()
  await expect(page).toHaveURL(/\/p\/qui$/)
  expect(await storedIn(process.id)).toMatchObject([{ choice: 1 }, { body: 'Une cuisine commune', state: 'shown' }])

  await page.getByRole('link', { name: 'Mes réponses' }).click()
  await page.getByRole('button', { name: 'Oui, sans nom' }).click()
  await expect(page.getByText(/Vous avez dit oui le/)).toBeVisible()
  await page.locator('article').filter({ hasText: 'Une cuisine commune' }).getByRole('button', { name: 'Retirer' }).click()
  await expect(page.getByText('Retirée. Personne ne la lit plus.')).toBeVisible()
  await page.getByRole('link', { name: 'Mon espace' }).click()
  await page.getByRole('button', { name: 'Montrer mon code' }).click()
  const personal = await page.locator('.g-personal').innerText()
  await page.getByRole('link', { name: 'Quitter et nettoyer ce téléphone' }).click()
  await page.getByRole('button', { name: 'Quitter', exact: true }).click()
  await page.goto('/p/qui')
  await expect(page).toHaveURL(/\/p\?perso=1/)
  await page.goto('/p/torna?l=fr')
  await page.getByLabel('Code personnel').fill(personal.toLowerCase().replaceAll('-', ' '))
  await page.getByRole('button', { name: 'Revenir' }).click()
  await expect(page.getByRole('heading', { name: 'Mes réponses' })).toBeVisible()
  await expect(page.getByText('Retirée. Personne ne la lit plus.')).toBeVisible()
  await context.close()
})

test('words written without a network wait on the phone, go on to the next card, and are stored once', async ({ page, context, noise }) => {
  noise.allow(/ERR_INTERNET_DISCONNECTED|Failed to load resource/)
  const { process, code } = await aRoom()
  await comeIn(page, code.code, 'it')
  await page.waitForLoadState('networkidle') // the next card is fetched ahead
  await context.setOffline(true)
  await page.getByText('Vicini che aiutano').click()
  await expect(page.locator('[data-status]')).toContainText('Senza rete')
  await page.getByRole('button', { name: 'Avanti' }).click()
  await page.getByLabel('Scrivi la tua risposta').fill('Un cortile dove stare insieme')
  await expect(page.locator('[data-status]')).toContainText('Senza rete')
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['cc-answers'])
  expect(await storedIn(process.id)).toEqual([])
  await context.setOffline(false)
  await expect(page.locator('[data-status]')).toContainText('Salvato alle')
  await expect.poll(() => storedIn(process.id)).toMatchObject([{ choice: 0 }, { body: 'Un cortile dove stare insieme' }])
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([])
})

test('a closed code ends the form, forgets what waited, and explains itself in the language of who opens it', async ({
  page,
  context,
  noise,
}) => {
  noise.allow(/403|410|422/)
  const { process, code } = await aRoom()
  await comeIn(page, code.code, 'es')
  await page.locator('input[name=choice]').first().check()
  await expect(page.locator('[data-status]')).toContainText('Guardado a las')
  await revokeJoinCode(db, code.id)
  await page.locator('input[name=choice]').last().check()
  await expect(page.locator('[data-status]')).toContainText('Este código está cerrado')
  expect(await page.evaluate(() => localStorage.length)).toBe(0)
  expect(await storedIn(process.id)).toMatchObject([{ choice: 0 }])
  await page.goto('/p/qui')
  await expect(page.getByText('Todavía puedes leer tus palabras.')).toBeVisible()
  await context.clearCookies()
  expect((await page.goto(`/p/${code.code}?l=ur`))?.status()).toBe(410)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('یہ کوڈ بند ہے')
})

test('the keyboard alone comes in, chooses and goes on', async ({ page }) => {
  const { process, code } = await aRoom()
  await page.goto(`/p/${code.code}`)
  const reach = async (words: string): Promise<void> => {
    for (let presses = 0; presses < 40; presses++) {
      await page.keyboard.press('Tab')
      if ((await page.evaluate(() => document.activeElement?.textContent ?? '')).includes(words)) return
    }
    throw new Error(`Tab never reaches ${words}`)
  }
  await reach('English')
  await page.keyboard.press('Enter')
  await page.waitForURL(/l=en/)
  await reach('Start')
  await page.keyboard.press('Enter')
  await page.waitForURL(/domande/)
  while (!(await page.evaluate(() => document.activeElement?.matches('input[name=choice]')))) await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await expect(page.locator('[data-status]')).toContainText('Saved at')
  await reach('Next')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Question 2 of 2')).toBeVisible()
  expect(await storedIn(process.id)).toMatchObject([{ choice: 1 }])
})

test('an answer page weighs 150 KB at most with all it loads, and holds no editor', async ({ browser }) => {
  const { code } = await aRoom()
  const context = await browser.newContext()
  const page = await context.newPage()
  await comeIn(page, code.code, 'ar')
  const address = page.url()
  const session = await context.storageState()
  await context.close()
  const fresh = await browser.newContext({ storageState: session }) // nothing cached
  const loaded = await fresh.newPage()
  let bytes = 0
  const scripts: string[] = []
  const bodies: Promise<void>[] = []
  loaded.on('response', (response) => {
    const kind = response.request().resourceType()
    if (response.status() !== 200) return
    bodies.push(
      response.body().then((body) => {
        bytes += kind === 'font' ? body.length : gzipSync(body).length
        if (kind === 'script') scripts.push(body.toString())
      }),
    )
  })
  await loaded.goto(address, { waitUntil: 'networkidle' })
  await Promise.all(bodies)
  await fresh.close()
  expect(bytes / 1024).toBeLessThan(150)
  expect(scripts.length).toBeGreaterThan(0)
  expect(scripts.filter((script) => /ProseMirror|createElement\("react|hocuspocus|YXmlFragment/i.test(script))).toEqual([])
})

test('two taps on "next" at once, and a reload of the form, are one answer', async ({ page, context }) => {
  const { process, code } = await aRoom()
  await comeIn(page, code.code, 'it')
  const form = await page.evaluate(() => ({
    key: document.querySelector<HTMLInputElement>('input[name=key]')?.value ?? '',
    path: location.pathname,
    origin: location.origin,
  }))
  const send = () =>
    context.request.post(form.path, {
      multipart: { key: form.key, choice: '1', body: newId(), intent: 'next' },
      headers: { Origin: form.origin },
      maxRedirects: 0,
    })
  const answers = await Promise.all([send(), send(), send()])
  expect(answers.map((answer) => answer.status())).toEqual([303, 303, 303])
  expect(await storedIn(process.id)).toHaveLength(1)
})
