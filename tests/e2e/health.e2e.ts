import { expect, test } from '#tests/support/e2e.ts'

test('the product says that every part of it is ready', async ({ request }) => {
  const answer = await request.get('/readyz')
  expect(answer.status()).toBe(200)
  const { checks } = (await answer.json()) as { checks: Record<string, { status: string }> }
  expect(Object.fromEntries(Object.entries(checks).map(([part, { status }]) => [part, status]))).toEqual({
    database: 'ok',
    migrations: 'ok',
    collab: 'ok',
    search: 'ok',
  })
})

test('the root leads to the reader’s language', async ({ page }) => {
  await page.goto('/')
  await expect(page).toHaveURL(/\/it$/)
  await expect(page.locator('html')).toHaveAttribute('lang', 'it')
})
