import type { Browser, Page } from '@playwright/test'
import { expect, signIn, test } from '#tests/support/e2e.ts'
import { keptOnDevice, unsavedHere } from '#tests/support/unsaved-here.ts'

const saved = /Tutto salvato sul server alle \d{2}:\d{2}:\d{2}/
const textOf = (page: Page) => page.locator('.ProseMirror')

/** The text itself, without the carets of others that stand in it. */
const wordsOf = (page: Page) =>
  textOf(page).evaluate((element) => {
    const copy = element.cloneNode(true) as HTMLElement
    copy.querySelectorAll('.caret').forEach((caret) => caret.remove())
    return copy.textContent
  })
const expectWords = (page: Page, word: string) => expect.poll(() => wordsOf(page), { timeout: 10_000 }).toContain(word)

async function textsOf(page: Page): Promise<string[]> {
  await page.goto('/it/scrivania')
  return page.locator('main a[href*="/scrivania/testi/"]').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
}

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await expect(textOf(page)).toBeVisible()
  await expect(page.locator('[data-save]')).toHaveText(saved)
}

/** Two people with accounts of their own, in a text both may write. */
async function together(page: Page, browser: Browser): Promise<{ other: Page; address: string }> {
  const context = await browser.newContext({ locale: 'it-IT', timezoneId: 'Europe/Rome' })
  const other = await context.newPage()
  await signIn(page, 'facilitator')
  await signIn(other, 'editor')
  const theirs = await textsOf(other)
  const address = (await textsOf(page)).findLast((one) => theirs.includes(one))
  if (!address) throw new Error('no text that both may write')
  await open(page, address)
  await open(other, address)
  return { other, address }
}

/** Writes a word at the end of a line of the first paragraph: one word, which no line break and no other writer can split. */
async function write(page: Page, word: string): Promise<void> {
  await textOf(page).locator('p').first().click()
  await page.keyboard.press('End')
  await page.keyboard.type(` ${word}`)
}

test('two people write one text: each sees the other’s words and caret, both see saved, a reload keeps it', async ({ page, browser }) => {
  const { other, address } = await together(page, browser)
  const [mine, theirs] = [`Prima${Date.now()}`, `Seconda${Date.now()}`]
  await write(page, mine)
  await expectWords(other, mine)
  await expect(other.locator('.caret-name')).toHaveText('Facilitazione (dimostrazione)')
  await write(other, theirs)
  await expectWords(page, theirs)
  await expect(page.locator('.caret-name')).toHaveText('Redazione (dimostrazione)')
  for (const one of [page, other]) {
    await expect(one.locator('.people-list li')).toHaveCount(2)
    await expect(one.locator('[data-save]')).toHaveText(saved)
  }
  await page.reload()
  await expectWords(page, mine)
  await expectWords(page, theirs)
  await open(other, address)
  await expectWords(other, mine)
  await other.context().close()
})

test('the server’s text stands first and the live one takes its place without a jump', async ({ page }) => {
  await signIn(page, 'editor')
  const address = (await textsOf(page)).at(-1)!
  const place = (selector: string) =>
    page.locator(selector).evaluate((element) => {
      const { top, height } = element.getBoundingClientRect()
      return { top: Math.round(top), height: Math.round(height) }
    })
  // The live server is kept away, so that the static text can be looked at.
  await page.routeWebSocket('**/collab**', () => undefined)
  await page.goto(address)
  const still = await place('.editor-paper .reading')
  expect(still.height).toBeGreaterThan(50)
  await page.unrouteAll()
  const fresh = await page.context().newPage()
  await open(fresh, address)
  const live = await fresh.locator('.ProseMirror').evaluate((element) => {
    const { top, height } = element.getBoundingClientRect()
    return { top: Math.round(top), height: Math.round(height) }
  })
  expect(Math.abs(live.top - still.top)).toBeLessThanOrEqual(1)
  expect(Math.abs(live.height - still.height)).toBeLessThanOrEqual(2)
})

test('words written while the line is down say so, stay on the device and are saved when it is back', async ({ page, browser }) => {
  const { other } = await together(page, browser)
  const words = `Fuorilinea${Date.now()}`
  await page.context().setOffline(true)
  await write(page, words)
  await expect(page.locator('[data-save]')).toContainText('solo su questo dispositivo')
  await page.context().setOffline(false)
  await expect(page.locator('[data-save]')).toHaveText(saved)
  await expectWords(other, words)
  await other.context().close()
})

test('words that never reached the server are given back when the text is opened again', async ({ page, context }) => {
  await signIn(page, 'editor')
  const address = (await textsOf(page)).at(-1)!
  await open(page, address)
  const word = `Ripreso${Date.now()}`
  await context.setOffline(true)
  await write(page, word)
  await keptOnDevice(page, word)
  await page.close({ runBeforeUnload: false })
  await context.setOffline(false)
  const again = await context.newPage()
  await open(again, address)
  await expectWords(again, word)
  const elsewhere = await context.newPage()
  await open(elsewhere, address)
  await expectWords(elsewhere, word)
  expect(await unsavedHere(again), 'nothing stays on the device once it is saved').toBe(0)
})

test('a person without the right to write finds no such text', async ({ page, browser, noise }) => {
  noise.allow(/404/)
  await signIn(page, 'editor')
  const address = (await textsOf(page))[0]!
  const context = await browser.newContext()
  const visitor = await context.newPage()
  await visitor.goto(address)
  await expect(visitor).toHaveURL(/\/it\/accedi\?next=/)
  await context.close()
  expect((await page.goto('/it/scrivania/testi/019346c0-0000-7000-8000-000000000000.it'))?.status()).toBe(404)
})
