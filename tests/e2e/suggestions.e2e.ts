import { axe } from '#tests/support/axe.ts'
import { expect, test } from '#tests/support/e2e.ts'

for (const { lang, word } of [
  { lang: 'it', word: 'casa' },
  { lang: 'ar', word: 'casa' },
])
  test(`the field in the header is a whole combobox by keyboard, ${lang}`, async ({ page }) => {
    await page.goto(`/${lang}/contatti`)
    const field = page.getByRole('combobox').and(page.locator('#header-q'))
    const options = page.locator('.header-search [role=option]')
    await field.pressSequentially(word, { delay: 30 })
    await expect(options.nth(1)).toBeVisible()
    const count = await options.count()
    await expect(page.locator('.header-search [role=status]')).toContainText(/\d|اقتراحان/)
    await expect(field).toHaveAttribute('aria-expanded', 'true')
    expect(await axe(page)).toEqual([])
    const at = (place: number) => expect(field).toHaveAttribute('aria-activedescendant', `header-q-suggestions-${place}`)
    await page.keyboard.press('ArrowUp')
    await at(count - 1)
    await page.keyboard.press('Home')
    await at(0)
    await page.keyboard.press('End')
    await at(count - 1)
    await page.keyboard.press('ArrowDown')
    await at(0)
    await page.keyboard.press('Escape')
    await expect(options).toHaveCount(0)
    await expect(field).toHaveValue(word)
    await page.keyboard.press('ArrowDown')
    await expect(options.first()).toBeVisible()
    // The list stands below its field, as wide as it, whichever way the page reads.
    const [list, form] = [
      await page.locator('.header-search [role=listbox]').boundingBox(),
      await page.locator('.header-search').boundingBox(),
    ]
    expect(Math.abs((list?.x ?? 0) - (form?.x ?? 0)) + Math.abs((list?.width ?? 0) - (form?.width ?? 0))).toBeLessThan(3)
    await page.keyboard.press('Tab')
    await expect(options).toHaveCount(0)
    await expect(page.locator('.header-search button')).toBeFocused()
    await field.focus()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(new RegExp(`/${lang}/cerca\\?q=casa`))
  })

test('suggestions are chosen with the keyboard and lead to the record', async ({ page }) => {
  await page.goto('/it')
  const field = page.locator('#home-q')
  await field.pressSequentially('agenzia', { delay: 30 })
  const options = page.locator('.hero [role=option]')
  await expect(options.first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(options.first()).toHaveAttribute('aria-selected', 'true')
  await expect(field).toHaveAttribute('aria-activedescendant', (await options.first().getAttribute('id')) ?? '')
  await page.keyboard.press('Enter')
  await expect(page).not.toHaveURL(/\/it$/)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

test('Escape closes a menu and gives the focus back to its word', async ({ page }) => {
  await page.goto('/it')
  const word = page.locator('.menu-wide summary').first()
  await word.focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('.menu-wide details[open]')).toHaveCount(1)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Escape')
  await expect(page.locator('.menu-wide details[open]')).toHaveCount(0)
  await expect(word).toBeFocused()
})
