import { expect, test } from '#tests/support/e2e.ts'

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
