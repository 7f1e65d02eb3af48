import type { Page } from '@playwright/test'
import { revokeJoinCode } from '#app/codesign/join/revoke-join-code.server.ts'
import { createTables } from '#app/codesign/tables/create-tables.server.ts'
import type { Db } from '#db/connection.ts'
import { aJoinCode, aMeeting, aProcess, aPrompt } from '#tests/support/codesign.ts'
import { expect, test } from '#tests/support/e2e.ts'
import { aPerson } from '#tests/support/factories.ts'
import { openProductDatabase } from '#tests/support/product-database.ts'

let db: Db
test.beforeAll(() => {
  ;({ db } = openProductDatabase())
})
test.afterAll(() => db.destroy())

/** A process with a meeting, its code and a question to choose. */
async function aRoom() {
  const process = await aProcess(db)
  const meeting = await aMeeting(db, process.id)
  const code = await aJoinCode(db, process.id, { meetingId: meeting.id })
  await aPrompt(db, process.id, { choices: { it: ['Vicini che aiutano', 'Un affitto più basso'] } })
  return { process, meeting, code }
}

async function comeIn(page: Page, code: string, lang: string): Promise<void> {
  await page.goto(`/p/${code}?l=${lang}`)
  await page.locator('main form button[type=submit]').click()
  await expect(page).toHaveURL(/\/p\/qui\/domande\//)
}

test('closing the code ends an open card, the first page and a table within two seconds, untouched', async ({ context, noise }) => {
  noise.allow(/WebSocket|403/)
  const { process, meeting, code } = await aRoom()
  const place = { processId: process.id, meetingId: meeting.id }
  await createTables(db, await aPerson(db, { role: 'editor' }), place, { titles: ['Tavolo'], prompt: '', lang: 'it' })
  const [card, home, table] = [await context.newPage(), await context.newPage(), await context.newPage()]
  const told = (page: Page) => page.waitForResponse((answer) => answer.url().endsWith('/p/qui/avvisi') && answer.status() === 200)
  const hears = told(card)
  await comeIn(card, code.code, 'es')
  await hears
  await Promise.all([told(home), home.goto('/p/qui')])
  await table.goto('/p/qui/tavolo')
  await table.locator('button[value=any]').click()
  await expect(table.locator('[data-save=saved]')).toContainText('✓')
  await card.locator('textarea, input[name=choice]').first().focus()
  await revokeJoinCode(db, code.id)
  const soon = { timeout: 2_000 }
  await Promise.all([
    expect(card.locator('[data-status]')).toContainText('Este código está cerrado', soon),
    expect(home.locator('[data-code-ended]')).toContainText('Este código está cerrado', soon),
    expect(table.locator('[data-save=closed]')).toContainText('cerrad', soon),
  ])
  await expect(card.locator('input[name=choice]').first()).toBeDisabled()
  await expect(table.locator('.ProseMirror')).toHaveAttribute('contenteditable', 'false')
})

test('leaving now leaves no page behind: Back and Forward lead to the neutral page', async ({ page, context }) => {
  await context.route('https://ar.wikipedia.org/**', (route) => route.fulfill({ body: '<title>Neutral</title>', contentType: 'text/html' }))
  const { code } = await aRoom()
  await page.goto('about:blank')
  await comeIn(page, code.code, 'ar')
  await page.goto('/p/qui')
  await page.locator('[data-quick-exit]').click()
  await expect(page).toHaveTitle('Neutral')
  for (const step of ['back', 'back', 'forward'] as const) {
    await (step === 'back' ? page.goBack() : page.goForward()).catch(() => undefined) // replaced while it loads
    await page.waitForTimeout(500) // as a hand presses it: the title of the page before must not be taken for the next one's
    await expect(page).toHaveTitle('Neutral')
  }
  await page.goto(`/p/${code.code}?l=ar`) // on purpose
  await expect(page.locator('main h1')).toBeVisible()
})
