import type { Page } from '@playwright/test'
import { demoAccount, expect, test } from '#tests/support/e2e.ts'

/** Presses Tab until the focus is where `selector` says; fails when the page has been gone through. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let step = 0; step < 150; step++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never reached ${selector}`)
}

const focused = (page: Page) => page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.action ?? '')

test('from signing in to a saved table, with the keyboard alone', async ({ page }) => {
  const { email, password } = demoAccount('editor')
  await page.goto('/it/accedi?next=/it/scrivania')
  await tabTo(page, 'input[name=email]')
  await page.keyboard.type(email)
  await tabTo(page, 'input[name=password]')
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('La mia scrivania')

  await tabTo(page, 'main a[href*="/scrivania/testi/"]')
  await page.keyboard.press('Enter')
  const text = page.getByRole('textbox', { name: /./ }).and(page.locator('.ProseMirror'))
  await expect(text).toBeVisible()

  await tabTo(page, '.toolbar button')
  expect(await focused(page)).toBe('bold')
  await page.keyboard.press('ArrowRight')
  expect(await focused(page)).toBe('italic')
  await page.keyboard.press('End')
  expect(await focused(page)).toBe('shortcuts')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toContainText('Alt+F10')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await tabTo(page, '.ProseMirror')
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('/tab')
  await expect(page.getByRole('option', { name: 'Tabella', selected: true })).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.type('Comune')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Anno')
  await expect(text.locator('table').last().locator('th')).toHaveText(['Comune', 'Anno', ''])

  // Inside a table Tab moves between cells; Escape is the way out, and from the toolbar Tab goes past the text.
  await page.keyboard.press('Escape')
  await expect(page.locator('.toolbar')).toContainText('+ riga')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.closest('#editor-side') !== null)).toBe(true)
  await expect(page.locator('[data-save]')).toHaveText(/Tutto salvato sul server alle/)
})
