import fs from 'node:fs'
import path from 'node:path'

/**
 * The Chromium to test with: CHROMIUM_PATH, or the one of the machine; undefined when there is none. The headless shell
 * first: the same pages without the windows of a whole browser around them, for two thirds of the processor time.
 */
export function findChromium(): string | undefined {
  const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  const folders = ['/usr/bin', '/usr/local/bin', '/snap/bin', ...(process.env.PATH ?? '').split(path.delimiter)]
  const places = [
    ...names.flatMap((name) => folders.map((folder) => path.join(folder, name))),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ]
  return [process.env.CHROMIUM_PATH, ...places].find((file) => file && fs.existsSync(file))
}

/** Quiet and without a sandbox of its own, which root and most containers cannot give it. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
]
