import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const encoders = {
  br: (bytes: Buffer) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (bytes: Buffer) => promisify(gzip)(bytes),
}
export type Encoding = keyof typeof encoders

export type KeptPage = { version: number; at: number; type: string; body: Buffer; encoded: Partial<Record<Encoding, Buffer>> }

const MOST_BYTES = 64 * 1024 * 1024
/** What depends on the hour (the next meeting) or on what the version does not watch is never older than this. */
const MOST_MS = 60_000

const sizeOf = (page: KeptPage): number => page.body.length + Object.values(page.encoded).reduce((sum, bytes) => sum + bytes.length, 0)

/** Finished pages by address: the least recently used leave first, those of an older version when they are asked for. */
export class PageShelf {
  readonly #pages = new Map<string, KeptPage>()
  #bytes = 0

  find(key: string, version: number): KeptPage | undefined {
    const page = this.#pages.get(key)
    if (!page) return undefined
    this.#take(key, page)
    if (page.version !== version || Date.now() - page.at > MOST_MS) return undefined
    this.#put(key, page)
    return page
  }

  keep(key: string, page: KeptPage): void {
    const known = this.#pages.get(key)
    if (known) this.#take(key, known)
    if (page.body.length < MOST_BYTES / 16) this.#put(key, page)
  }

  /** The page's bytes in an encoding, packed once. */
  async pack(key: string, page: KeptPage, encoding: Encoding): Promise<Buffer> {
    const known = page.encoded[encoding]
    if (known) return known
    const bytes = await encoders[encoding](page.body)
    if (this.#pages.get(key) === page && !page.encoded[encoding]) this.#bytes += bytes.length
    page.encoded[encoding] ??= bytes
    return bytes
  }

  get bytes(): number {
    return this.#bytes
  }

  #put(key: string, page: KeptPage): void {
    this.#pages.set(key, page)
    this.#bytes += sizeOf(page)
    for (const [oldest, other] of this.#pages) {
      if (this.#bytes <= MOST_BYTES) break
      this.#take(oldest, other)
    }
  }

  #take(key: string, page: KeptPage): void {
    this.#pages.delete(key)
    this.#bytes -= sizeOf(page)
  }
}
