import type { Browser, Page } from 'playwright-core'

type Window = { url: string; code: string; lang: string; width: number; word: string; slow?: boolean }

/** A window at a table: its first word is saved, and it can write another one. */
export type AtTable = {
  name: string
  words: string[]
  /** From the code to the first word that was said to be saved. */
  seconds: number
  write: (word: string) => Promise<void>
}

/** From the code to the table, by the buttons a person presses. */
async function comeIn(page: Page, { url, code, lang }: Window): Promise<void> {
  await page.goto(`${url}/p/${code}`)
  await page.locator(`.g-languages a[lang=${lang}]`).click()
  await page.locator('form[method=post] button.g-big').click()
  await page.goto(`${url}/p/qui/tavolo`)
  const any = page.locator('button[value=any]')
  if (await any.count()) await any.click()
}

async function opened(window: Window, page: Page, name: string, write: AtTable['write']): Promise<AtTable> {
  const at = performance.now()
  await comeIn(page, window)
  await write(window.word)
  const seconds = (performance.now() - at) / 1_000
  const words = [window.word]
  return { name, words, seconds, write: (word) => write(word).then(() => void words.push(word)) }
}

/** A phone with the live text; `slow`: 400 kbit/s, 400 ms and a processor four times slower. */
export async function atTable(browser: Browser, window: Window): Promise<AtTable> {
  const page = await (await browser.newContext({ viewport: { width: window.width, height: 740 } })).newPage()
  let unburden = async (): Promise<void> => undefined
  if (window.slow) {
    const session = await page.context().newCDPSession(page)
    await session.send('Network.enable')
    const speed = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 25_000 }
    await session.send('Network.emulateNetworkConditions', speed)
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    // A slowed processor is a busy one: it would take a core from the server for the rest of the meeting.
    unburden = async () => void (await session.send('Emulation.setCPUThrottlingRate', { rate: 1 }))
  }
  const name = `${window.width} px, ${window.lang}${window.slow ? ', slow phone' : ''}`
  const phone = await opened(window, page, name, async (word) => {
    const text = page.locator('.ProseMirror')
    await text.waitFor({ timeout: 60_000 })
    await text.focus()
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Enter') // a paragraph of its own: others write on at the end of theirs, between two letters
    await page.keyboard.type(word)
    // Said to be saved, and after this word: the words before were saved too.
    await page.locator('[data-save=saved]').waitFor({ timeout: 60_000 })
    await page.waitForTimeout(300)
    await page.locator('[data-save=saved]').waitFor({ timeout: 60_000 })
  })
  await unburden()
  return phone
}

/** The same with no JavaScript: the plain form. */
export async function withoutScript(browser: Browser, window: Window): Promise<AtTable> {
  const page = await (await browser.newContext({ viewport: { width: window.width, height: 740 }, javaScriptEnabled: false })).newPage()
  return opened(window, page, `${window.width} px, no JavaScript`, async (word) => {
    await page.locator('#line').fill(word)
    await page.locator('button[value=line]').click()
    await page.locator('[data-still]', { hasText: word }).waitFor({ timeout: 30_000 })
  })
}
