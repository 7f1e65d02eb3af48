import path from 'node:path'
import { defineConfig } from '@playwright/test'
import { chromiumFlags, findChromium } from './support/chromium.ts'

const root = path.resolve(import.meta.dirname, '..')

/** Journeys through the real product in the machine's Chromium. */
export default defineConfig({
  testDir: path.join(root, 'tests/e2e'),
  testMatch: process.env.CASA_TEST_LONG ? '**/*.{e2e,long-e2e}.ts' : '**/*.e2e.ts',
  outputDir: path.join(root, 'test-results'),
  globalSetup: path.join(root, 'tests/support/e2e-product.ts'),
  fullyParallel: false,
  forbidOnly: process.env.CI !== undefined,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: path.join(root, '.cache/e2e.json') }]],
  use: {
    baseURL: process.env.CASA_E2E_URL,
    browserName: 'chromium',
    launchOptions: { executablePath: findChromium(), args: chromiumFlags },
    locale: 'it-IT',
    timezoneId: 'Europe/Rome',
    viewport: { width: 1280, height: 900 },
    screenshot: 'only-on-failure',
    trace: 'off',
  },
})
