import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { startProduct } from './start-product.ts'

/** Playwright's global setup: one real product for all journeys; its address reaches the tests through the environment. */
export default async function e2eProduct(): Promise<() => Promise<void>> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'casa-e2e-'))
  const product = await startProduct(dataDir, { LOG_LEVEL: 'info' })
  const said = fs.createWriteStream(path.join(dataDir, 'product.log'))
  product.child.stdout?.pipe(said)
  product.child.stderr?.pipe(said)
  process.env.CASA_E2E_URL = product.url
  process.env.CASA_E2E_DATA_DIR = dataDir
  return async () => {
    const code = await product.stop()
    fs.rmSync(dataDir, { recursive: true, force: true })
    if (code !== 0) throw new Error(`The product ended with exit code ${code}.`)
  }
}
