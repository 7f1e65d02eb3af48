import type { Page } from '@playwright/test'
import { expect, signIn, test } from '#tests/support/e2e.ts'
import { keptOnDevice } from '#tests/support/unsaved-here.ts'

const saved = /Tutto salvato sul server alle \d{2}:\d{2}:\d{2}/
const text = (page: Page) => page.locator('.ProseMirror')

async function textsOf(page: Page): Promise<string[]> {
  await page.goto('/it/scrivania')
  return page.locator('main a[href*="/scrivania/testi/"]').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
}

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await expect(page.locator('[data-save]')).toHaveText(saved)
}

async function write(page: Page, word: string): Promise<void> {
  await text(page).locator('p').first().click()
  await page.keyboard.press('End')
  await page.keyboard.type(` ${word}`)
}

/** What this browser keeps of Casa Comune, as one string; bytes as they stand. */
const keptHere = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const parts: string[] = [JSON.stringify(localStorage)]
    for (const name of await caches.keys())
      for (const request of await (await caches.open(name)).keys()) {
        const answer = await (await caches.open(name)).match(request)
        parts.push(`${name} ${request.url} ${request.url.includes('/assets/') ? '' : await answer?.text()}`)
      }
    const db = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('casa-comune')
      opening.onsuccess = () => resolve(opening.result)
    })
    const readable = (value: unknown): unknown => (value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : value)
    for (const name of db.objectStoreNames) {
      const all = await new Promise<unknown[]>((resolve) => {
        const asked = db.transaction(name).objectStore(name).getAll()
        asked.onsuccess = () => resolve(asked.result as unknown[])
      })
      parts.push(`${name} ${JSON.stringify(all, (_key, value: unknown) => readable(value))}`)
    }
    db.close()
    return parts.join('\n')
  })

/** The page, its files and the text are on the device. */
async function keepForLater(page: Page, address: string): Promise<void> {
  await open(page, address)
  await expect.poll(() => keptHere(page), { timeout: 20_000 }).toContain(`pages/`)
  await expect.poll(() => keptHere(page)).toMatch(/texts \[\{/)
  await page.waitForTimeout(500)
}

test('a text opened before opens again without a line, takes words and saves them when the line is back', async ({
  page,
  context,
  noise,
}) => {
  noise.allow(/ERR_INTERNET_DISCONNECTED|WebSocket connection/)
  await signIn(page, 'editor')
  const address = (await textsOf(page)).at(-1)!
  await keepForLater(page, address)
  const before = await text(page).locator('p').first().textContent()
  await context.setOffline(true)
  await page.goto(address)
  await expect(text(page)).toBeVisible()
  expect(await text(page).locator('p').first().textContent()).toBe(before)
  const word = `Senzarete${Date.now()}`
  await write(page, word)
  await keptOnDevice(page, word)
  await page.reload()
  await expect(text(page)).toContainText(word)
  await expect(page.locator('[data-save]')).toContainText('solo su questo dispositivo')
  await context.setOffline(false)
  await expect(page.locator('[data-save]')).toHaveText(saved)
  const elsewhere = await context.newPage()
  await open(elsewhere, address)
  await expect(text(elsewhere)).toContainText(word)
  expect((await text(elsewhere).textContent())?.split(word)).toHaveLength(2)
})

test('what others wrote while somebody was away is told in words, by keyboard, until it was read', async ({ page, browser }) => {
  await signIn(page, 'editor')
  const address = (await textsOf(page)).at(-1)!
  await keepForLater(page, address)
  await page.goto('/it/scrivania')
  // Two hours ago, as this device remembers it.
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('casa-comune')
        opening.onsuccess = () => {
          const cursor = opening.result.transaction('texts', 'readwrite').objectStore('texts').openCursor()
          cursor.onsuccess = () => {
            if (!cursor.result) return (opening.result.close(), resolve())
            cursor.result.update({ ...(cursor.result.value as object), at: Date.now() - 7_200_000 })
            cursor.result.continue()
          }
        }
      }),
  )
  const context = await browser.newContext()
  const other = await context.newPage()
  await signIn(other, 'admin')
  await open(other, address)
  const word = `Altrove${Date.now()}`
  await write(other, word)
  await expect(other.locator('[data-save]')).toHaveText(saved)
  await context.close()

  await open(page, address)
  const notice = page.locator('.away-notice')
  await expect(notice).toContainText('Mentre eri via')
  await expect(notice).toContainText('1 paragrafo cambiato')
  await notice.locator('summary').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(page.locator(':focus')).toContainText(word.slice(0, 5))
  await page.keyboard.press('Enter')
  await expect(text(page)).toBeFocused()
  await notice.getByRole('button', { name: 'Ho visto' }).click()
  await expect(notice).toHaveCount(0)
})

test('signing out forgets texts and pages; clearing the device leaves nothing, and warns of words not saved', async ({
  page,
  context,
  noise,
}) => {
  noise.allow(/ERR_INTERNET_DISCONNECTED|WebSocket connection/)
  await signIn(page, 'editor')
  const address = (await textsOf(page)).at(-1)!
  await keepForLater(page, address)
  await page.goto('/it/esci')
  await expect(page.locator('[data-unsaved-warning]')).toBeHidden()
  await page.getByRole('button', { name: 'Esci', exact: true }).click()
  await expect(page).toHaveURL(/accedi\?notice=out/)
  await expect.poll(() => keptHere(page)).not.toContain('pages/')
  expect(await keptHere(page)).toMatch(/texts \[\]/)

  await signIn(page, 'editor')
  await keepForLater(page, address)
  await context.setOffline(true)
  await write(page, 'Perso')
  await keptOnDevice(page, 'Perso')
  await page.close({ runBeforeUnload: false })
  await context.setOffline(false)
  const last = await context.newPage()
  await last.goto('/it/esci')
  await expect(last.locator('[data-unsaved-warning]')).toBeVisible()
  await last.getByRole('button', { name: 'Esci e cancella tutto da questo dispositivo' }).click()
  await expect(last).toHaveURL(/accedi\?notice=cleared/)
  await expect(last.getByText('da questo browser è stato cancellato tutto')).toBeVisible()
  const left = await last.evaluate(async () => ({
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    unsaved: (await indexedDB.databases()).length,
  }))
  expect(left).toMatchObject({ caches: [], workers: 0 })
})

test('somebody else at the same device finds nothing of the one before', async ({ page, context }) => {
  await signIn(page, 'editor')
  const address = (await textsOf(page)).at(-1)!
  await keepForLater(page, address)
  const first = (await keptHere(page)).match(/pages\/([0-9a-f-]{36})/)?.[1]
  await context.clearCookies() // the session ended without a word to this browser
  await signIn(page, 'admin')
  await open(page, address)
  await expect.poll(async () => (await keptHere(page)).includes(`pages/${first}`), { timeout: 20_000 }).toBe(false)
  await expect.poll(async () => (await keptHere(page)).includes(`"text":"${first}/`)).toBe(false)
})

test('erased words are found nowhere on a device that comes back, and what was written there meanwhile is offered', async ({
  page,
  browser,
  context,
  noise,
}) => {
  noise.allow(/ERR_INTERNET_DISCONNECTED|WebSocket connection/)
  await signIn(page, 'editor')
  const address = (await textsOf(page)).at(-1)!
  const secret = `Zebedeo${Date.now()}`
  await open(page, address)
  await write(page, secret)
  await keepForLater(page, address)
  await expect.poll(() => keptHere(page)).toContain(secret)
  await context.setOffline(true)
  await write(page, 'parolemie')
  await keptOnDevice(page, 'parolemie')

  const office = await browser.newContext({ locale: 'it-IT' })
  const admin = await office.newPage()
  await signIn(admin, 'admin')
  await admin.goto('/it/scrivania/cancellazioni')
  await admin.getByLabel('Parole da cercare').fill(secret.toLowerCase())
  await admin.getByRole('button', { name: 'Cerca dove si trovano' }).click()
  await expect(admin.getByRole('heading', { name: 'Trovate in 1 testo' })).toBeVisible()
  await expect(admin.locator('mark')).toHaveText(secret)
  await admin.getByLabel('Perché').selectOption('person-asks')
  await admin.getByLabel('Ho controllato i punti trovati').check()
  await admin.getByRole('button', { name: 'Cancella per sempre' }).click()
  await expect(admin.getByText('Parole cancellate da 1 testo')).toBeVisible()
  await office.close()

  await context.setOffline(false)
  const notice = page.getByText('sono state cancellate alcune parole per sempre')
  await expect(notice).toBeVisible({ timeout: 20_000 })
  await expect(page.locator('[data-save]')).toHaveText(saved)
  await expect(text(page)).not.toContainText(secret)
  await expect(text(page)).not.toContainText('parolemie')
  await page.getByText('Vedi le parole conservate').click()
  await expect(page.locator('.recovered-words')).toHaveText('parolemie')
  await expect.poll(() => keptHere(page), { timeout: 20_000 }).not.toContain(secret)
  await page.reload()
  await expect(page.locator('[data-save]')).toHaveText(saved)
  await expect.poll(() => keptHere(page), { timeout: 20_000 }).not.toContain(secret)

  await page.goto('/it/scrivania')
  await expect(page.getByRole('heading', { name: 'Parole messe da parte su questo dispositivo' })).toBeVisible()
  await page.getByRole('button', { name: /Non mi servono più/ }).click()
  await expect(page.getByRole('heading', { name: 'Parole messe da parte su questo dispositivo' })).toBeHidden()
})
