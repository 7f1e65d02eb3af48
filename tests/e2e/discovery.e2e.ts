import type { Page } from '@playwright/test'
import { axe } from '#tests/support/axe.ts'
import { expect, signIn, test } from '#tests/support/e2e.ts'

for (const lang of ['it', 'ar'] as const)
  test(`the workspace is reached from the keyboard: Ctrl-K, then "?", ${lang}`, async ({ page }) => {
    await signIn(page, 'member', lang)
    await page.goto(`/${lang}/scrivania`)
    const palette = page.locator('dialog[data-palette]')
    await page.keyboard.press('Control+k')
    await expect(palette).toBeVisible()
    const field = palette.getByRole('combobox')
    await expect(field).toBeFocused()
    expect(await axe(page)).toEqual([])
    // A public record and, after it is known, what only this person may read.
    await field.fill('esempio')
    await expect(palette.getByRole('option').first()).toBeVisible()
    await expect(
      palette
        .getByRole('option')
        .filter({ hasText: lang === 'it' ? 'Solo per te' : 'لك فقط' })
        .first(),
    ).toBeVisible()
    await field.fill(lang === 'it' ? 'ricerche' : 'المحفوظة')
    await expect(palette.getByRole('option').first()).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('Escape')
    await expect(palette).toBeHidden()
    await page.keyboard.press('Shift+?')
    const sheet = page.locator('dialog[data-shortcuts]')
    await expect(sheet).toBeVisible()
    expect(await axe(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+k')
    await field.fill(lang === 'it' ? 'ricerche salvate' : 'المحفوظة')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(new RegExp(`/${lang}/scrivania/ricerche$`))
  })

test('applying filters leads to the number of results, by keyboard, and chips come off again', async ({ page }) => {
  await page.goto('/it/cerca?q=casa')
  const total = await page.locator('#results').innerText()
  await page.locator('input[name=type][value=practice]').focus()
  await page.keyboard.press('Space')
  await page.locator('.facets-buttons button[type=submit]').click()
  await expect(page).toHaveURL(/type=practice#results$/)
  await expect(page.locator('#results')).toBeFocused()
  await expect(page.locator('#results')).not.toHaveText(total)
  await expect(page.locator('.active-filters li')).toHaveCount(1)
  await page.locator('.active-filters a').press('Enter')
  await expect(page.locator('#results')).toHaveText(total)
  await expect(page.locator('#results')).toBeFocused()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a search is kept to places like one’s own, saved, renamed, paused and deleted', async ({ page, noise }) => {
    noise.allow(/422/) // the name left empty
    await signIn(page, 'member')
    await page.goto('/it/cerca?q=casa')
    await page.getByText('Posti come il mio', { exact: true }).click()
    await page.locator('#like').selectOption({ label: 'Empoli' })
    await page.locator('.like-form button').click()
    await expect(page).toHaveURL(/like=comune%3A048014/)
    const found = await page.locator('#results').innerText()
    await page.locator('.save-search summary').click()
    await page.locator('.save-search input[name=name]').fill('Casa, posti come Empoli')
    await page.locator('.save-search button[type=submit]').click()
    await expect(page).toHaveURL(/scrivania\/ricerche\?notice=saved/)
    // The address alone brings the same results back.
    await page.getByRole('link', { name: 'Casa, posti come Empoli', exact: true }).click()
    expect(await page.locator('#results').innerText()).toBe(found)
    await page.goto('/it/scrivania/ricerche')
    await page.locator('.saved-searches details summary').click()
    await page.locator('.saved-searches input[name=name]').fill('')
    await page.locator('.saved-searches input[name=name]').evaluate((input) => input.removeAttribute('required'))
    await page.locator('.saved-searches button[value=change]').click()
    await expect(page.locator('.error-summary')).toContainText('Scrivi un nome.')
    await page.locator('.saved-searches input[name=name]').fill('Empoli e dintorni')
    await page.locator('.saved-searches button[value=change]').click()
    await expect(page.getByRole('link', { name: 'Empoli e dintorni', exact: true })).toBeVisible()
    await page.locator('button[value=pause]').click()
    await expect(page.locator('button[value=resume]')).toBeVisible()
    await page.locator('button[value=delete]').click()
    await expect(page.locator('.saved-searches')).toHaveCount(0)
  })
})

test('what only some may read never changes what everybody finds, and feeds can be found from the page', async ({ page, browser }) => {
  const seen = async (who: Page) => {
    await who.goto('/it/cerca?q=esempio+casa')
    const counts = await who.locator('.facets .count').allInnerTexts()
    return { total: await who.locator('#results').innerText(), counts, mine: await who.locator('.only-for-you').count() }
  }
  const context = await browser.newContext({ baseURL: process.env.CASA_E2E_URL })
  const visitor = await seen(await context.newPage())
  await context.close()
  await signIn(page, 'editor')
  const editor = await seen(page)
  expect({ ...editor, mine: 0 }).toEqual(visitor)
  expect(editor.mine).toBe(1)
  const feed = await page.locator('link[rel=alternate][type="application/atom+xml"]').getAttribute('href')
  const answer = await page.request.get(feed ?? '')
  expect(answer.headers()['content-type']).toContain('application/atom+xml')
  expect(await answer.text()).not.toContain('Esempio:')
})

test('an address alone gives the same results again, in a new browser and without JavaScript', async ({ browser }) => {
  const shown = async (address: string, javaScriptEnabled: boolean) => {
    const context = await browser.newContext({ javaScriptEnabled })
    const page = await context.newPage()
    await page.goto(address)
    const results = await page.locator('main .result h3 a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))
    const counts = await page.locator('.facets label').allInnerTexts()
    const chosen = await page.locator('.facets input:checked').evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value))
    const answer = { total: await page.locator('#results').innerText(), results, counts, chosen, q: await page.locator('#q').inputValue() }
    await context.close()
    return answer
  }
  for (const address of [
    '/it/cerca?q=casa',
    '/it/cerca?q=affitto&type=practice&theme=theme:housing',
    '/it/cerca?q=&type=practice&sort=title&page=2',
    '/en/cerca?q=housing&territory=provincia:050',
  ]) {
    const once = await shown(address, true)
    expect(once.results.length).toBeGreaterThan(0)
    expect(await shown(address, true)).toEqual(once)
    expect(await shown(address, false)).toEqual(once)
  }
})
