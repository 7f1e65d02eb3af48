import type { Browser, Page } from 'playwright-core'

type Window = { url: string; code: string; lang: string; width: number; word: string; slow?: boolean }
export type Written = { name: string; word: string; seconds: number }

/** From the code to the table, by the buttons a person presses. */
async function comeIn(page: Page, { url, code, lang }: Window): Promise<void> {
  await page.goto(`${url}/p/${code}`)
  await page.locator(`.g-languages a[lang=${lang}]`).click()
  await page.locator('form[method=post] button.g-big').click()
  await page.goto(`${url}/p/qui/tavolo`)
  const any = page.locator('button[value=any]')
  if (await any.count()) await any.click()
}

/** A phone with the live text; `slow`: 400 kbit/s, 400 ms and a processor four times slower. */
export async function atTable(browser: Browser, window: Window): Promise<Written> {
  const page = await (await browser.newContext({ viewport: { width: window.width, height: 740 } })).newPage()
  if (window.slow) {
    const session = await page.context().newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 400,
      downloadThroughput: 50_000,
      uploadThroughput: 25_000,
    })
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  }
  const at = performance.now()
  await comeIn(page, window)
  const text = page.locator('.ProseMirror')
  await text.waitFor({ timeout: 60_000 })
  await text.click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(` ${window.word}`)
  await page.locator('[data-save=saved]').waitFor({ timeout: 60_000 })
  return {
    name: `${window.slow ? 'slow phone' : `${window.width} px ${window.lang}`}`,
    word: window.word,
    seconds: (performance.now() - at) / 1_000,
  }
}

/** The same with no JavaScript: the plain form. */
export async function withoutScript(browser: Browser, window: Window): Promise<Written> {
  const page = await (await browser.newContext({ viewport: { width: window.width, height: 740 }, javaScriptEnabled: false })).newPage()
  const at = performance.now()
  await comeIn(page, window)
  await page.locator('#line').fill(window.word)
  await page.locator('button[value=line]').click()
  await page.locator('[data-still]', { hasText: window.word }).waitFor({ timeout: 30_000 })
  return { name: 'no JavaScript', word: window.word, seconds: (performance.now() - at) / 1_000 }
}
