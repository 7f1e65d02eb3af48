import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import WebSocket from 'ws'
import * as Y from 'yjs'
import { fragmentName } from '#app/documents/log/fragment-name.ts'
import { schemaVersion } from '#app/documents/schema/definitions.ts'
import { testOrigin } from './serve-collab.ts'

type ClientOptions = {
  url: string
  name: string
  personId?: string
  /** Another cookie than the test's: a participant's. */
  cookie?: string
  token?: string
  doc?: Y.Doc
  presence?: boolean
  /** Comes back as patiently as our editor does, not as impatiently as a test. */
  likeEditor?: boolean
}

/** A real provider on a real socket, as a browser would be. */
export function liveClient({
  url,
  name,
  personId = '',
  cookie,
  token = `schema:${schemaVersion}`,
  doc = new Y.Doc(),
  likeEditor = false,
}: ClientOptions) {
  const stateless: unknown[] = []
  const denied: string[] = []
  const closes: number[] = []
  class Socket extends WebSocket {
    constructor(address: string) {
      super(address, { headers: { cookie: cookie ?? `person=${personId}`, origin: testOrigin } })
      this.on('error', () => undefined) // leaving while it still connects is an error event nobody waits for
    }
  }
  const socket = new HocuspocusProviderWebsocket({
    url: `${url}?doc=${name}${cookie ? '&partecipante' : ''}`,
    WebSocketPolyfill: Socket,
    ...(likeEditor ? { maxDelay: 3_000 } : { delay: 50, minDelay: 50, maxDelay: 200, jitter: false }),
  })
  const provider = new HocuspocusProvider({
    websocketProvider: socket,
    name,
    token,
    document: doc,
    onStateless: ({ payload }) => stateless.push(JSON.parse(payload)),
    onAuthenticationFailed: ({ reason }) => denied.push(reason),
    onClose: ({ event }) => closes.push(event.code),
  })
  provider.attach()
  const fragment = doc.getXmlFragment(fragmentName)
  return {
    doc,
    provider,
    fragment,
    stateless,
    denied,
    closes,
    text: () => fragment.toJSON(),
    synced: () => until(() => provider.isSynced && provider.unsyncedChanges === 0, 'synced'),
    saved: () => until(() => provider.unsyncedChanges === 0, 'saved'),
    destroy: () => {
      provider.destroy()
      socket.destroy()
    },
  }
}

export type LiveClient = ReturnType<typeof liveClient>

/** Types into paragraph `index`, making it when it is missing. */
export function type(client: LiveClient, words: string, index = 0): void {
  client.doc.transact(() => {
    const { fragment } = client
    while (fragment.length <= index) fragment.insert(fragment.length, [new Y.XmlElement('paragraph')])
    const paragraph = fragment.get(index) as Y.XmlElement
    if (paragraph.length === 0) paragraph.insert(0, [new Y.XmlText()])
    const text = paragraph.get(0) as Y.XmlText
    text.insert(text.length, words)
  })
}

export async function until(condition: () => boolean | Promise<boolean>, what: string, ms = 10_000): Promise<void> {
  const end = performance.now() + ms
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`waited ${ms} ms for: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
