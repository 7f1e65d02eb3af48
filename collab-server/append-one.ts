import { type AppendedRow, type NewUpdate, updateChannel } from '#app/documents/log/append-updates.server.ts'
import { sha256 } from '#app/documents/log/packed.server.ts'

/** What a connection of `pg` hands to a query of one's own, as far as it is used here. */
type Wire = { stream: { write: (bytes: Buffer) => unknown } }

const statement = 'append-one'
// As the general statement: a text that is gone or has a newer epoch gets no row.
const text = `
insert into document_update (document_id, lang, epoch, update, sha256, person_ids, node)
select t.document_id, t.lang, t.epoch, $4, $5, string_to_array($6, ',')::uuid[], $7::text
from document_text t where t.document_id = $1::uuid and t.lang = $2::text and t.epoch = $3::int
returning id, pg_notify('${updateChannel}', $7 || ' ' || document_id || '.' || lang || ':' || id)`

/** Values 4 and 5 are bytes, the others text. */
const formats = [0, 0, 0, 1, 1, 0, 0]

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
const executeAndSync = Buffer.concat([framed('E', Buffer.from([0, 0, 0, 0, 0])), framed('S')])

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
 * The commit of one update of one text, which is what a commit is nearly always: the same row as the general statement
 * writes, in one write on the wire and without describing a result whose shape is known. `pg` runs it like any query.
 */
export class AppendOne {
  private readonly node: string
  private readonly row: NewUpdate
  private readonly isPrepared: boolean
  private id: number | undefined
  private failure: Error | undefined
  private readonly done: (error: Error | undefined, rows: AppendedRow[]) => void

  /** `isPrepared`: the connection has run one before. */
  constructor(node: string, row: NewUpdate, isPrepared: boolean, done: AppendOne['done']) {
    this.node = node
    this.row = row
    this.isPrepared = isPrepared
    this.done = done
  }

  submit(connection: unknown): void {
    const { documentId, lang, epoch, update, personIds } = this.row
    const bound = bind([documentId, lang, String(epoch), update, sha256(update), personIds.join(','), this.node])
    const parts = this.isPrepared ? [bound, executeAndSync] : [parse, bound, executeAndSync]
    ;(connection as Wire).stream.write(Buffer.concat(parts))
  }

  handleDataRow({ fields }: { fields: readonly (string | null)[] }): void {
    this.id = Number(fields[0])
  }

  handleCommandComplete(): void {
    // What counts is what comes after it: only then the transaction is on disk.
  }

  handleError(error: Error): void {
    this.failure ??= error
    this.done(this.failure, [])
  }

  /** The implicit transaction has been committed. */
  handleReadyForQuery(): void {
    if (this.failure) return
    const { documentId, lang } = this.row
    this.done(undefined, this.id === undefined ? [] : [{ id: this.id, document_id: documentId, lang }])
  }
}
