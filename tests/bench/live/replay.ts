import * as Y from 'yjs'
import { fragmentName } from '#app/documents/log/fragment-name.ts'
import { LiteClient, seedState } from '../../support/collab/lite-client.ts'
import { coldOpen } from './load.ts'
import { median, round, sleep } from './numbers.ts'
import { processStat } from './process-stat.ts'
import { finalTextHash, hashOf, readTrace } from './trace.ts'

export type ReplayOptions = {
  url: string
  headers: Record<string, string>
  name: string
  serverPid: number
  limit?: number
  stored: boolean
}

export type ReplayResult = {
  edits: number
  editsPerSecond: number
  seconds: number
  serverCpuSeconds: number
  refused: number
  /** Bytes of the whole state, uncompressed, and milliseconds until a new client has all of it. */
  stateBytes: number
  coldOpenMs: number
  /** The same when the server has to read it from the database first. */
  fromDiskMs?: number
  complete: boolean
}

/** Edits sent and not acknowledged yet: as much as a fast network would hold. */
const inFlight = 500

/** One writer types the whole trace as fast as it is acknowledged, one reader looks on. */
export async function replay(options: ReplayOptions): Promise<ReplayResult> {
  const { url, headers, name, serverPid } = options
  const tally = { acknowledged: 0, refused: 0, lastAt: 0 }
  const writer = await new LiteClient(
    { url, headers, name, writer: 0 },
    {
      onAck: (_client, number, _sentAt, at, saved) => {
        if (number < 0) return
        tally.acknowledged++
        tally.lastAt = at
        if (!saved) tally.refused++
      },
    },
  ).ready
  writer.seed(seedState(2))
  while (writer.unacknowledged > 0) await sleep(2)
  const reader = await new LiteClient({ url, headers, name, writer: 1 }).ready
  const { updates, text } = typed(writer, options.limit)
  const cpu = processStat(serverPid).cpu
  const from = performance.now()
  for (let sent = 0; sent < updates.length;) {
    for (let burst = 0; burst < 64 && sent < updates.length && sent - tally.acknowledged < inFlight; burst++)
      writer.send(updates[sent]!, sent++)
    await new Promise((resolve) => setImmediate(resolve))
    if (writer.dead) throw new Error('the writer was disconnected')
  }
  while (tally.acknowledged < updates.length && !writer.dead) await sleep(2)
  const seconds = (tally.lastAt - from) / 1_000
  const serverCpuSeconds = processStat(serverPid).cpu - cpu
  writer.destroy()
  await sleep(1_500)
  const opened = await reopened(options, text)
  reader.destroy()
  await sleep(1_500) // the text is unloaded
  const fromDisk = options.stored ? await reopened(options, text) : undefined
  return {
    edits: updates.length,
    editsPerSecond: Math.round(updates.length / seconds),
    seconds: round(seconds),
    serverCpuSeconds: round(serverCpuSeconds),
    refused: tally.refused,
    ...opened,
    ...(fromDisk && { fromDiskMs: fromDisk.coldOpenMs, complete: opened.complete && fromDisk.complete }),
  }
}

/** The updates of all keystrokes, made before the clock starts: making them is the browser's work. */
function typed(writer: LiteClient, limit = Infinity): { updates: Uint8Array[]; text: string } {
  const paragraph = writer.paragraph!
  const before = paragraph.length
  const keystrokes = readTrace().slice(0, limit)
  const updates = keystrokes.map(({ at, text }) =>
    writer.change(() => (text === undefined ? paragraph.delete(before + at, 1) : paragraph.insert(before + at, text))),
  )
  const text = paragraph.toJSON().slice(before)
  if (limit === Infinity && hashOf(text) !== finalTextHash) throw new Error('the trace was not typed as it was written')
  return { updates, text }
}

async function reopened({ url, headers, name }: ReplayOptions, text: string) {
  const times: number[] = []
  let complete = true
  let stateBytes = 0
  for (let turn = 0; turn < 5; turn++) {
    const { ms, doc, close } = await coldOpen(url, headers, name)
    times.push(ms)
    const first = (doc.getXmlFragment(fragmentName).get(0) as Y.XmlElement).get(0) as Y.XmlText
    complete &&= first.toJSON().slice('p000:'.length) === text
    stateBytes = Y.encodeStateAsUpdate(doc).byteLength
    close()
    await sleep(300)
  }
  return { stateBytes, coldOpenMs: round(median(times)), complete }
}
