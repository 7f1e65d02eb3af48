import type { Page } from '@playwright/test'
import { expect, signIn, test } from '#tests/support/e2e.ts'

const saved = /Tutto salvato sul server alle \d{2}:\d{2}:\d{2}/
const text = (page: Page) => page.locator('.ProseMirror')

/** The English text of the last document on the editor's desk: other journeys write in the Italian ones. */
async function open(page: Page): Promise<string> {
  await signIn(page, 'editor')
  await page.goto('/it/scrivania')
  const address = (await page.locator('main a[href*="/scrivania/testi/"][href$=".en"]').last().getAttribute('href')) ?? ''
  await page.goto(address)
  await expect(page.locator('[data-save]')).toHaveText(saved)
  return address
}

async function write(page: Page, word: string): Promise<void> {
  await text(page).locator('p').first().click()
  await page.keyboard.press('End')
  await page.keyboard.type(` ${word}`)
  await expect(page.locator('[data-save]')).toHaveText(saved)
}

test('a version is named, found by name, compared in words and restored with one click', async ({ page }) => {
  const address = await open(page)
  const [before, after] = [`Prima${Date.now()}`, `Dopo${Date.now()}`]
  await write(page, before)
  await page.getByRole('link', { name: 'Versioni' }).first().click()
  await page.locator('#f-keep').fill(`Tavolo ${before}`)
  await page.getByRole('button', { name: /Conserva/ }).click()
  await page.goto(address)
  await expect(page.locator('[data-save]')).toHaveText(saved)
  await write(page, after)

  await page.goto(`${address}/versioni?nomi=1`)
  await page.getByRole('link', { name: `Tavolo ${before}` }).click()
  await expect(page.locator('ins').filter({ hasText: after })).toBeVisible()
  await page.goto(`${address}/versioni?nomi=1`)
  const row = page.locator('.version-row').filter({ hasText: before })
  await row.getByRole('button', { name: /Ripristina/ }).click()
  await expect(page).toHaveURL(/fatto=restored/)
  await page.goto(address)
  await expect(text(page)).toContainText(before)
  await expect(text(page)).not.toContainText(after)
})

test('who signs out in another tab is told at once, and the text goes back to reading', async ({ page, context }) => {
  await open(page)
  const other = await context.newPage()
  await other.goto('/it/esci')
  const since = Date.now()
  await other.getByRole('button', { name: 'Esci', exact: true }).click()
  await expect(page.getByText('Non puoi più modificare questo testo')).toBeVisible()
  expect(Date.now() - since).toBeLessThan(4_000)
  await expect(page.locator('.ProseMirror')).toHaveCount(0)
  await expect(page.locator('.editor-paper .reading')).toBeVisible()
})

test('an older editor exchanges nothing, shows the static text and asks for a reload; its words wait', async ({ page }) => {
  await signIn(page, 'editor')
  await page.goto('/it/scrivania')
  const address = (await page.locator('main a[href*="/scrivania/testi/"][href$=".en"]').last().getAttribute('href')) ?? ''
  const received: number[] = []
  await page.routeWebSocket('**/collab**', (route) => {
    const server = route.connectToServer()
    // What an editor of an earlier release says of itself.
    route.onMessage((message) =>
      server.send(
        Buffer.from(
          Buffer.from(message)
            .toString('latin1')
            .replace(/schema:\d/, 'schema:0'),
          'latin1',
        ),
      ),
    )
    server.onMessage((message) => {
      received.push(Buffer.from(message).length)
      route.send(message)
    })
  })
  await page.goto(address)
  await expect(page.getByText('Il sito è stato aggiornato')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Ricarica la pagina' })).toBeVisible()
  await expect(page.locator('.ProseMirror')).toHaveCount(0)
  await expect(page.locator('.editor-paper .reading')).toBeVisible()
  expect(Math.max(...received), 'no text comes over the line').toBeLessThan(200)
})
