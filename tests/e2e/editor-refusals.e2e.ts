import fs from 'node:fs'
import type { Page, WebSocketRoute } from '@playwright/test'
import { expect, signIn, test } from '#tests/support/e2e.ts'

/** A message of the live server to everyone's editor, as Hocuspocus writes it: name, kind 5, text. */
function stateless(name: string, payload: string): Buffer {
  const text = (value: string) => Buffer.concat([Buffer.from([Buffer.byteLength(value)]), Buffer.from(value)])
  return Buffer.concat([text(name), Buffer.from([5]), text(payload)])
}

/** Opens a text with the line to the server in the test's hand; what the page sends can be kept back. */
async function openHeld(page: Page): Promise<{ name: string; line: () => WebSocketRoute; hold: () => void; lines: () => number }> {
  await signIn(page, 'editor')
  await page.goto('/it/scrivania')
  const address = (await page.locator('main a[href*="/scrivania/testi/"]').nth(1).getAttribute('href')) ?? ''
  const routes: WebSocketRoute[] = []
  let held = false
  await page.routeWebSocket('**/collab**', (route) => {
    routes.push(route)
    held = false
    const server = route.connectToServer()
    route.onMessage((message) => {
      if (!held) server.send(message)
    })
  })
  await page.goto(address)
  await expect(page.locator('.ProseMirror')).toBeVisible()
  return { name: address.split('/').at(-1)!, line: () => routes.at(-1)!, hold: () => void (held = true), lines: () => routes.length }
}

async function write(page: Page, word: string): Promise<void> {
  await page.locator('.ProseMirror p').first().click()
  await page.keyboard.press('End')
  await page.keyboard.type(` ${word}`)
}

test('a change the server refuses is kept as a copy to download, and the text opens clean', async ({ page }) => {
  const { name, line, hold, lines } = await openHeld(page)
  const word = `Rifiutato${Date.now()}`
  hold()
  await write(page, word)
  line().send(stateless(name, JSON.stringify({ refused: true, reason: 'too-deep' })))
  const notice = page.getByText('non è stata accettata dal server (too-deep)')
  await expect(notice).toBeVisible()
  await expect.poll(lines).toBe(2)
  await expect(page.locator('.ProseMirror')).toBeVisible()
  await expect(page.locator('.ProseMirror')).not.toContainText(word)
  await expect(page.locator('[data-save]')).toHaveText(/Tutto salvato sul server alle/)

  const download = page.waitForEvent('download')
  await page.locator('.editor-middle').getByRole('button', { name: 'Scarica il mio testo' }).click()
  expect(fs.readFileSync(await (await download).path(), 'utf8')).toContain(word)

  await page.reload()
  await expect(page.getByText('non è stata accettata dal server')).toBeVisible()
  await page.getByRole('button', { name: 'Non mi serve più' }).click()
  await expect(page.getByText('non è stata accettata dal server')).toHaveCount(0)
})

test('when access is withdrawn the static text comes back, with the words written since', async ({ page }) => {
  const { line, hold, lines } = await openHeld(page)
  const word = `Tolto${Date.now()}`
  hold()
  await write(page, word)
  await line().close({ code: 4403, reason: 'forbidden' })
  await expect(page.getByText('Non puoi più modificare questo testo')).toBeVisible()
  await expect(page.locator('.ProseMirror')).toHaveCount(0)
  await expect(page.locator('.editor-paper .reading')).toBeVisible()
  const download = page.waitForEvent('download')
  await page.locator('.editor-middle').getByRole('button', { name: 'Scarica il mio testo' }).click()
  expect(fs.readFileSync(await (await download).path(), 'utf8')).toContain(word)
  expect(lines(), 'no new line is opened').toBe(1)
})

test('a picture needs a description or the word that it is decorative', async ({ page, noise }) => {
  noise.allow(/422/)
  await openHeld(page)
  await page.locator('.ProseMirror p').first().click()
  await page.locator('[data-action=image]').click()
  const dialog = page.getByRole('dialog')
  const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
  await dialog.locator('input[type=file]').setInputFiles({ name: 'casa.png', mimeType: 'image/png', buffer: pixel })
  await dialog.getByRole('button', { name: 'Inserisci l’immagine' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Descrivi l’immagine')
  await dialog.getByLabel('Cosa si vede').fill('Una casa con il portone blu')
  await dialog.getByRole('button', { name: 'Inserisci l’immagine' }).click()
  await expect(page.locator('.ProseMirror img[alt="Una casa con il portone blu"]').first()).toBeVisible()
})
