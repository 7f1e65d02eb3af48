import { setTimeout as wait } from 'node:timers/promises'
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import WebSocket from 'ws'
import * as Y from 'yjs'
import { schemaVersion } from '#app/documents/schema/definitions.ts'

/** Somebody who came in by the code: their cookie and the live name of the table they sit at. */
export type Seated = { cookie: string; name: string }

const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString()

/** The participant's way over plain HTTP: start, take any seat, read the table's page. */
export async function joinByHttp(url: string, code: string): Promise<Seated> {
  const post = (path: string, body: string, cookie?: string) =>
    fetch(`${url}${path}`, {
      method: 'POST',
      body,
      redirect: 'manual',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: url, ...(cookie && { cookie }) },
    })
  const joined = await post(`/p/${code}`, form({ lang: 'it', n: String(Math.floor(Math.random() * 256)) }))
  const cookie = joined.headers
    .getSetCookie()
    .find((one) => one.includes('cc_part='))
    ?.split(';')[0]
  if (!cookie) throw new Error(`join answered ${joined.status}`)
  const seat = await post('/p/qui/tavolo', form({ intent: 'any' }), cookie)
  if (seat.status !== 303) throw new Error(`a seat answered ${seat.status}`)
  const html = await (await fetch(`${url}/p/qui/tavolo`, { headers: { cookie } })).text()
  const name = /data-name="([^"]+)"/.exec(html)?.[1]
  if (!name) throw new Error('no table on the page')
  return { cookie, name }
}

export type Scribe = {
  words: string[]
  /** Milliseconds from each word to its acknowledgement. */
  seenAfter: number[]
  stopWriting: () => void
  saved: (ms: number) => Promise<void>
  leave: () => void
}

/** Writes a word of its own into its own paragraph every one to three seconds, over a real socket, until stopped. */
export async function startScribe(url: string, { cookie, name }: Seated, number: number): Promise<Scribe> {
  class Socket extends WebSocket {
    constructor(address: string) {
      super(address, { headers: { cookie, origin: url } })
      this.on('error', () => undefined) // the killed server's sockets; the provider comes back by itself
    }
  }
  const socket = new HocuspocusProviderWebsocket({
    url: `${url.replace('http', 'ws')}/collab?doc=${name}&partecipante`,
    WebSocketPolyfill: Socket,
    maxDelay: 3_000,
  })
  const doc = new Y.Doc()
  const provider = new HocuspocusProvider({ websocketProvider: socket, name, document: doc, token: `schema:${schemaVersion}` })
  const words: string[] = []
  const seenAfter: number[] = []
  let since: number | undefined
  provider.on('unsyncedChanges', () => {
    if (provider.hasUnsyncedChanges || since === undefined) return
    seenAfter.push(performance.now() - since)
    since = undefined
  })
  provider.attach()
  while (!provider.isSynced) await wait(50)
  const text = new Y.XmlText()
  doc.transact(() => {
    const paragraph = new Y.XmlElement('paragraph')
    doc.getXmlFragment('default').push([paragraph])
    paragraph.push([text])
  })
  let writing = true
  void (async () => {
    for (let count = 0; writing; count++) {
      await wait(1_000 + Math.random() * 2_000)
      const word = `p${number}w${count}x`
      since ??= performance.now()
      text.insert(text.length, `${word} `)
      words.push(word)
    }
  })()
  return {
    words,
    seenAfter,
    stopWriting: () => (writing = false),
    saved: async (ms) => {
      const end = performance.now() + ms
      await wait(3_100) // the last word may still be under way
      while (provider.hasUnsyncedChanges || !provider.isSynced) {
        if (performance.now() > end) throw new Error(`scribe ${number} is not saved`)
        await wait(50)
      }
    },
    leave: () => {
      provider.destroy()
      socket.destroy()
      doc.destroy()
    },
  }
}
