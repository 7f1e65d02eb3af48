import { expect, signIn, test } from '#tests/support/e2e.ts'

test.use({ javaScriptEnabled: false })

test('a visitor reads a practice from the home page', async ({ page }) => {
  await page.goto('/it')
  await page.getByRole('link', { name: 'Trova una buona pratica' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Buone pratiche')
  const first = page.locator('.cards h3 a').first()
  const title = await first.innerText()
  await first.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  await expect(page.getByRole('heading', { name: 'Fonti' })).toBeVisible()
})

test('a visitor searches from the header and narrows the result', async ({ page }) => {
  await page.goto('/it')
  await page.locator('#header-q').fill('affitto')
  await page.locator('.header-search button').click()
  await expect(page).toHaveURL(/\/it\/cerca\?q=affitto/)
  await expect(page.locator('main mark').first()).toBeVisible()
  await page.locator('.facets input[name=type][value=practice]').check()
  await page.getByRole('button', { name: 'Applica i filtri' }).click()
  await expect(page).toHaveURL(/type=practice/)
  await expect(page.locator('.active-filters a')).toHaveCount(1)
})

test('menus open, and the same page is there in another language', async ({ page }) => {
  await page.goto('/it/chi-siamo')
  await page.locator('.menu-wide summary').first().click()
  await page.locator('.menu-wide').getByRole('link', { name: 'Glossario' }).click()
  await expect(page).toHaveURL(/\/it\/glossario$/)
  await page.getByRole('link', { name: 'العربية' }).click()
  await expect(page).toHaveURL(/\/ar\/glossario$/)
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
})

test('a person signs in, reaches the desk, edits the profile and signs out', async ({ page }) => {
  await signIn(page, 'member')
  await page.goto('/it/scrivania')
  await page.locator('.desk-nav-wide').getByRole('link', { name: 'Profilo' }).click()
  await page.locator('main textarea').first().fill('Scrivo senza JavaScript.')
  await page.locator('main form button[type=submit]').first().click()
  await expect(page.locator('main textarea').first()).toHaveValue('Scrivo senza JavaScript.')
  await page.getByRole('button', { name: 'Esci' }).click()
  await page.goto('/it/scrivania')
  await expect(page).toHaveURL(/\/it\/accedi/)
})

test('a wrong password is said beside the form, and the address is kept', async ({ page, noise }) => {
  noise.allow(/4\d\d/)
  await page.goto('/it/accedi')
  await page.locator('input[name=email]').fill('nessuno@example.org')
  await page.locator('input[name=password]').fill('non è questa')
  await page.locator('form:has(input[name=password]) button[type=submit]').click()
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(page.locator('input[name=email]')).toHaveValue('nessuno@example.org')
})

test('a reader says that a list was not useful and why, and an editor reads it', async ({ page }) => {
  await page.goto('/it/buone-pratiche?sort=title')
  await page.locator('.page-foot summary').click()
  await page.locator('.page-foot textarea').fill('Cercavo esempi di portierato sociale.')
  await page.getByRole('button', { name: 'No, non è utile' }).click()
  await expect(page).toHaveURL(/\/it\/buone-pratiche\?sort=title&utile=grazie#utile$/)
  await expect(page.locator('.page-foot').getByRole('status')).toContainText('Grazie')
  await signIn(page, 'editor')
  await page.goto('/it/scrivania/utilita')
  await expect(page.getByRole('row', { name: /\/buone-pratiche/ })).toContainText('Cercavo esempi di portierato sociale.')
})
