import { eachMark, markOf } from '../../support/collab/marks.ts'
import { type LiveClient, liveClient, type } from '../../support/collab/live-client.ts'
import { createDocument } from '#app/documents/create-document.server.ts'
import { readText } from '#app/documents/log/read-text.server.ts'
import { blocksFromMarkdown } from '#app/documents/markdown/from-markdown.ts'
import { textOf } from '#app/documents/reading/text-of.ts'
import type { Db } from '#db/connection.ts'
import { aPerson } from '../../support/factories.ts'

/** A chapter with a paragraph for each writer. */
export async function aTextFor(db: Db, writers: number): Promise<string> {
  const words = Array.from({ length: writers }, (_, writer) => `Scrive ${writer}:`).join('\n\n')
  const texts = { it: { type: 'doc' as const, content: blocksFromMarkdown(words) } }
  return `${await createDocument(db, { kind: 'chapter', sourceLang: 'it', texts })}.it`
}

export const storedText = async (db: Db, name: string): Promise<string> =>
  textOf((await readText(db, { documentId: name.slice(0, 36), lang: name.slice(37) }))!)

/** Edits of one text: when each was typed, for whoever sees it. */
export type SentTimes = number[][]

/** A real provider that types marks into its own paragraph. */
export class Writer {
  readonly client: LiveClient
  readonly writer: number
  readonly seen: { at: number; ms: number }[] = []
  private readonly sentAt: SentTimes
  private timer: NodeJS.Timeout | undefined
  private number = 0

  private constructor(client: LiveClient, writer: number, sentAt: SentTimes) {
    this.client = client
    this.writer = writer
    this.sentAt = sentAt
    sentAt[writer] ??= []
    client.doc.on('update', (update: Uint8Array, origin) => {
      if (origin !== client.provider) return
      const now = performance.now()
      eachMark(update, (other, number) => {
        const at = other === writer ? undefined : sentAt[other]?.[number]
        if (at !== undefined) this.seen.push({ at, ms: now - at })
      })
    })
  }

  static async join(db: Db, url: string, name: string, writer: number, sentAt: SentTimes): Promise<Writer> {
    const client = liveClient({ url, name, personId: (await aPerson(db)).id, likeEditor: true })
    await client.synced()
    return new Writer(client, writer, sentAt)
  }

  start(perSecond: number): void {
    const next = () => {
      this.timer = setTimeout(next, (1_000 / perSecond) * (0.5 + Math.random()))
      this.edit()
    }
    this.timer = setTimeout(next, (Math.random() * 1_000) / perSecond)
  }

  edit(): void {
    this.sentAt[this.writer]![this.number] = performance.now()
    type(this.client, markOf(this.writer, this.number++), this.writer)
  }

  stop(): void {
    clearTimeout(this.timer)
  }

  get edits(): number {
    return this.number
  }

  get isSaved(): boolean {
    return this.client.provider.isSynced && this.client.provider.unsyncedChanges === 0
  }
}

/** Marks that are missing from a text, and marks that stand in it more than once. */
export function compare(text: string, edits: readonly number[]): { lost: number; twice: number } {
  const counts = edits.map((number) => new Int32Array(number))
  eachMark(Buffer.from(text), (writer, number) => void counts[writer]![number]!++)
  const all = counts.flatMap((list) => [...list])
  return { lost: all.filter((count) => count === 0).length, twice: all.filter((count) => count > 1).length }
}
