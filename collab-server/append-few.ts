import { type AppendedRow, type NewUpdate, updateChannel } from '#app/documents/log/append-updates.server.ts'
import { sha256 } from '#app/documents/log/packed.server.ts'
import { sealOf } from '#app/documents/log/seal.server.ts'

/** What a connection of `pg` hands to a query of one's own, as far as it is used here. */
type Wire = { stream: { write: (bytes: Buffer) => unknown } }

const statement = 'append-few'
// As the general statement: a text that is gone or has a newer epoch gets no row.
const text = `
insert into document_update (document_id, lang, epoch, update, sha256, person_ids, node, seal)
select t.document_id, t.lang, t.epoch, $4, $5, string_to_array($6, ',')::uuid[], $7::text, $8
from document_text t where t.document_id = $1::uuid and t.lang = $2::text and t.epoch = $3::int
returning id, pg_notify('${updateChannel}', $7 || ' ' || document_id || '.' || lang || ':' || id)`

/** Values 4, 5 and 8 are bytes, the others text. */
const formats = [0, 0, 0, 1, 1, 0, 0, 1]

function framed(type: string, ...parts: Uint8Array[]): Buffer {
  const length = parts.reduce((sum, part) => sum + part.byteLength, 4)
  const head = Buffer.allocUnsafe(5)
  head.write(type, 0, 'latin1')
  head.writeInt32BE(length, 1)
  return Buffer.concat([head, ...parts], length + 1)
}

const parse = framed('P', Buffer.from(`${statement}\0${text}\0\0\0`))
const bindHead = Buffer.concat([
  Buffer.from(`\0${statement}\0`),
  Buffer.from([0, formats.length, ...formats.flatMap((format) => [0, format]), 0, formats.length]),
])
const noResultFormats = Buffer.from([0, 0])
const execute = framed('E', Buffer.from([0, 0, 0, 0, 0]))
const sync = framed('S')

function bind(values: readonly (string | Uint8Array)[]): Buffer {
  const parts: Uint8Array[] = [bindHead]
  for (const value of values) {
    const bytes = typeof value === 'string' ? Buffer.from(value) : value
    const length = Buffer.allocUnsafe(4)
    length.writeInt32BE(bytes.byteLength, 0)
    parts.push(length, bytes)
  }
  parts.push(noResultFormats)
  return framed('B', ...parts)
}

/**
 * The commit of a few updates, which is what a commit is nearly always: the same rows as the general statement writes, all
 * in one transaction and one write on the wire, without describing results whose shape is known. `pg` runs it like any
 * query of its own.
 */
export class AppendFew {
  private readonly node: string
  private readonly rows: readonly NewUpdate[]
  private readonly isPrepared: boolean
  private readonly written: AppendedRow[] = []
  private at = 0
  private failure: Error | undefined
  private readonly done: (error: Error | undefined, rows: AppendedRow[]) => void

  /** `isPrepared`: the connection has run one before. */
  constructor(node: string, rows: readonly NewUpdate[], isPrepared: boolean, done: AppendFew['done']) {
    this.node = node
    this.rows = rows
    this.isPrepared = isPrepared
    this.done = done
  }

  submit(connection: unknown): void {
    const parts: Buffer[] = this.isPrepared ? [] : [parse]
    for (const { documentId, lang, epoch, update, personIds } of this.rows) {
      const hash = sha256(update)
      const seal = sealOf(hash, { documentId, lang, epoch, kind: 'update' })
      parts.push(bind([documentId, lang, String(epoch), update, hash, personIds.join(','), this.node, seal]), execute)
    }
    parts.push(sync) // one for all: until it, everything is one transaction
    ;(connection as Wire).stream.write(Buffer.concat(parts))
  }

  /** The row that was just inserted; none comes for a text that is gone. */
  handleDataRow({ fields }: { fields: readonly (string | null)[] }): void {
    const { documentId, lang } = this.rows[this.at]!
    this.written.push({ id: Number(fields[0]), document_id: documentId, lang })
  }

  handleCommandComplete(): void {
    this.at++
  }

  handleError(error: Error): void {
    this.failure ??= error
    this.done(this.failure, [])
  }

  /** The transaction has been committed. */
  handleReadyForQuery(): void {
    if (!this.failure) this.done(undefined, this.written)
  }
}
