import type { Page } from '@playwright/test'
import { expect, signIn, test } from '#tests/support/e2e.ts'

const process = '/it/scrivania/percorsi/esempio-una-casa-per-ricominciare'
const question = 'Che cosa deve sapere chi affitta la sua prima casa qui?'

/** Address of the board of the example's meeting that is still open. */
async function boardOf(page: Page): Promise<string> {
  await page.goto(process)
  return (await page.locator('a[href$="/regia"]').last().getAttribute('href')) ?? ''
}

test('what is said at the board lands on the room’s screen, is grouped by keyboard and gets its outcome', async ({
  page,
  context,
  noise,
}) => {
  noise.allow(/422 \(Unprocessable/) // an idea refused without a reason, below
  await signIn(page, 'facilitator')
  const board = await boardOf(page)
  await page.goto(board)
  const screen = await context.newPage()
  await screen.goto(board.replace('regia', 'schermo'))
  await expect(screen.locator('.screen-letters')).toHaveText(/^[2-9A-HJ-NP-Z]{4} [2-9A-HJ-NP-Z]{4}$/)
  await page.locator('li', { hasText: question }).getByRole('button', { name: 'Mostra in sala' }).click()
  await expect(screen.getByRole('heading', { level: 1 })).toHaveText(question)

  await page.getByText('Scrivi per qualcuno').click()
  await page.getByLabel('Che cosa ha detto').fill('Chiedere sempre le spese')
  await page.getByLabel('Detto da').fill('Rondine')
  await page.getByRole('button', { name: 'Aggiungi la scheda' }).click()
  await expect(page.getByRole('alert')).toContainText('consenso')
  await page.getByLabel('Sa che cosa ne facciamo').check()
  await page.getByRole('button', { name: 'Aggiungi la scheda' }).click()
  await expect(page.locator('.board-card', { hasText: 'Chiedere sempre le spese' })).toContainText('detto da Rondine')
  await expect(screen.locator('.screen-cards')).toContainText('Chiedere sempre le spese')
  await expect(screen.locator('main')).not.toContainText('Rondine')

  await page.getByLabel('Chiedere sempre le spese').check()
  await page.getByPlaceholder('Nuovo gruppo').fill('Costi')
  await page.getByRole('button', { name: 'Metti nel gruppo' }).focus()
  await page.keyboard.press('Enter')
  const group = page.getByRole('region', { name: 'Costi' })
  await expect(group.locator('.board-card')).toHaveCount(1)

  await group.getByRole('link', { name: /^Apri/ }).click()
  await expect(page.locator('#scheda')).toBeFocused()
  await page.locator('.board-panel').getByLabel('Non accolta').check()
  await page.getByRole('button', { name: 'Salva l’esito' }).click()
  await expect(page.getByRole('alert')).toContainText('scrivi il perché')
  await page.getByLabel('Perché, in Italiano').fill('Sono già nella guida')
  await page.getByRole('button', { name: 'Salva l’esito' }).click()
  await expect(group.locator('.board-card')).toContainText('Non accolta')
})

test('the board works without JavaScript: a button is a plain form, and the page comes back', async ({ page, browser }) => {
  await signIn(page, 'editor')
  const board = await boardOf(page)
  const plain = await browser.newContext({ javaScriptEnabled: false, storageState: await page.context().storageState() })
  const still = await plain.newPage()
  await still.goto(board)
  await still.getByLabel('Minuti').fill('20')
  await still.getByRole('button', { name: 'Avvia il timer' }).click()
  await expect(still.getByRole('timer')).toContainText('Fino alle')
  await still.getByRole('button', { name: 'Togli il timer' }).click()
  await expect(still.getByRole('timer')).toHaveCount(0)
  await plain.close()
})
