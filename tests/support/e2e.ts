import fs from 'node:fs'
import path from 'node:path'
import { expect, type Page, test as base } from '@playwright/test'
import type { Role } from '#app/shared/actor.ts'

/** What went wrong in a page without anybody seeing it: console errors, uncaught exceptions, failed requests of ours. */
function watch(page: Page, noise: string[]): void {
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) noise.push(`${page.url()} console.${message.type()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => noise.push(`${page.url()} uncaught: ${error.message}`))
  page.on('response', (response) => {
    if (response.status() >= 500) noise.push(`${response.status()} ${response.url()}`)
  })
}

export type Noise = {
  /** Lets this test print what matches: a journey that provokes a 404 says so. */
  allow: (pattern: RegExp) => void
}

/** Playwright's `test`, failing when a page of the test printed an error or a warning. */
export const test = base.extend<{ noise: Noise }>({
  noise: [
    async ({ context }, use) => {
      const heard: string[] = []
      const allowed: RegExp[] = []
      for (const page of context.pages()) watch(page, heard)
      context.on('page', (page) => watch(page, heard))
      await use({ allow: (pattern) => void allowed.push(pattern) })
      expect(
        heard.filter((line) => !allowed.some((pattern) => pattern.test(line))),
        'printed by the pages of this test',
      ).toEqual([])
    },
    { auto: true },
  ],
})

export { expect }

/** E-mail address and password of the demonstration account with this role. */
export function demoAccount(role: Role): { email: string; password: string } {
  const file = path.join(process.env.CASA_E2E_DATA_DIR ?? '', 'demo-accounts.json')
  const accounts = JSON.parse(fs.readFileSync(file, 'utf8')) as { email: string; password: string; role: Role }[]
  const account = accounts.find((one) => one.role === role)
  if (!account) throw new Error(`No demonstration account with the role ${role} in ${file}`)
  return account
}

/** Signs in by the form, as the demonstration account with this role. */
export async function signIn(page: Page, role: Role, lang: 'it' | 'en' | 'ar' = 'it'): Promise<void> {
  const { email, password } = demoAccount(role)
  await page.goto(`/${lang}/accedi`)
  await page.locator('input[name=email]').fill(email)
  await page.locator('input[name=password]').fill(password)
  await page.locator('form:has(input[name=password]) button[type=submit]').click()
  await expect(page).not.toHaveURL(/\/accedi/)
}
