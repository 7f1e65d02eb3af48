import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import * as Y from 'yjs'
import { schemaVersion } from '../../../schema/definitions.ts'
import { fromThisDevice, type LocalCopy, openLocalCopy } from './local-copy.ts'
import { type Present, presentPeople } from './people.ts'
import type { RoomFacts } from './save-state.ts'

/** Why a room was left for good: no longer allowed, this page is older than the server, a change was refused. */
export type RoomEnd = { kind: 'forbidden' | 'editor-too-old' | 'refused'; reason: string }
export type RoomState = RoomFacts & { people: Present[]; end: RoomEnd | undefined }
export type Room = {
  doc: Y.Doc
  provider: HocuspocusProvider
  state: () => RoomState
  subscribe: (listener: () => void) => () => void
  leave: () => void
}
export type RoomOptions = {
  /** `<document uuid>.<lang>` */
  name: string
  /** Where words not yet acknowledged are kept: names person, text and epoch. */
  localName: string
  url?: string
  /** For tests: another socket than the browser's. */
  socketClass?: unknown
}

export function liveUrl(name: string, { protocol, host }: Pick<Location, 'protocol' | 'host'> = location): string {
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/collab?doc=${encodeURIComponent(name)}`
}

/** Application close code: access was withdrawn while writing. */
const accessRevoked = 4403

function endOf(payload: string): RoomEnd | undefined {
  try {
    const message: unknown = JSON.parse(payload)
    if (typeof message !== 'object' || message === null || !('refused' in message)) return undefined
    return { kind: 'refused', reason: 'reason' in message ? String(message.reason) : '' }
  } catch {
    // Stateless messages of others (JSON or not) are none of ours.
    return undefined
  }
}

/** True when the site now asks to sign in: the upgrade of a socket cannot say so itself. */
async function sessionEnded(): Promise<boolean> {
  const answer = await fetch(location.pathname, { method: 'HEAD', redirect: 'manual' }).catch(() => undefined)
  return answer?.type === 'opaqueredirect'
}

/**
 * Enters the live text `name`: one Yjs document, one socket, the count of what is not yet on the server's disk, the
 * people present, and a copy of unsaved words on this device. Leave it with `leave`; an `end` in the state is final.
 */
export function enterRoom(options: RoomOptions): Room {
  const doc = new Y.Doc()
  const listeners = new Set<() => void>()
  const past = Date.now()
  let state: RoomState = {
    link: 'connecting',
    synced: false,
    unsaved: 0,
    unsavedSince: undefined,
    changedAt: past,
    savedAt: undefined,
    signedOut: false,
    people: [],
    end: undefined,
  }
  const set = (change: Partial<RoomState>) => {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }

  let local: LocalCopy | undefined
  const socket = new HocuspocusProviderWebsocket({
    url: options.url ?? liveUrl(options.name),
    maxDelay: 4_000, // words that waited for the server are saved within seconds of its return
    ...(options.socketClass ? { WebSocketPolyfill: options.socketClass } : {}),
    // What waited in the socket's queue comes again with the first exchange. Sent twice, the acknowledgements of
    // the queue would be taken for those of newer words, and "saved" said too early.
    onOpen: () => void ((socket as unknown as { messageQueue: unknown[] }).messageQueue = []),
  })
  const provider = new HocuspocusProvider({
    websocketProvider: socket,
    name: options.name,
    document: doc,
    token: `schema:${schemaVersion}`,
  })

  const finish = (end: RoomEnd) => {
    if (state.end) return
    socket.disconnect()
    set({ end, link: 'closed', people: [] })
  }
  const acknowledged = () => {
    local?.forget()
    set({ unsaved: 0, unsavedSince: undefined, savedAt: Date.now() })
  }
  let givenBack = false
  const exchanged = async () => {
    set({ synced: true })
    if (!local || givenBack) return
    givenBack = true
    await local.giveBack()
    if (!provider.hasUnsyncedChanges) local.forget()
  }

  doc.on('update', (_update: Uint8Array, origin: unknown) => {
    if (origin === provider) return
    const now = Date.now()
    set({
      unsaved: state.unsaved + 1,
      unsavedSince: state.unsavedSince ?? now,
      changedAt: origin === fromThisDevice ? state.changedAt : now,
    })
  })
  provider.on('authenticated', () => set({ link: 'open', signedOut: false }))
  provider.on('synced', () => void exchanged())
  provider.on('unsyncedChanges', () => {
    if (!provider.hasUnsyncedChanges) acknowledged()
  })
  provider.on('authenticationFailed', ({ reason }: { reason: string }) =>
    finish({ kind: reason === 'editor-too-old' ? 'editor-too-old' : 'forbidden', reason }),
  )
  provider.on('stateless', ({ payload }: { payload: string }) => {
    const end = endOf(payload)
    if (end) finish(end)
  })
  provider.on('close', ({ event }: { event: { code: number; reason: string } }) => {
    if (state.end) return
    if (event.code === accessRevoked) return finish({ kind: 'forbidden', reason: event.reason })
    set({ link: 'closed', people: [] })
    void sessionEnded().then((signedOut) => state.link === 'closed' && set({ signedOut }))
  })
  provider.on('awarenessChange', ({ states }: { states: { clientId: number }[] }) => {
    const people = presentPeople(states, doc.clientID)
    // Carets move all the time; the list is redrawn only when somebody comes or goes.
    if (JSON.stringify(people) !== JSON.stringify(state.people)) set({ people })
  })
  // The browser knows before the socket does. Back on line, a socket that survived goes on where it was.
  const offline = () => set({ link: 'closed' })
  const online = () => {
    if (provider.isAuthenticated) set({ link: 'open' })
    else void socket.connect()
  }
  window.addEventListener('offline', offline)
  window.addEventListener('online', online)
  let left = false
  void openLocalCopy(options.localName, doc, (origin) => origin === provider).then((copy) => {
    if (left) return copy?.close()
    local = copy
    if (state.synced) void exchanged()
  })
  provider.attach()

  return {
    doc,
    provider,
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    leave: () => {
      left = true
      listeners.clear()
      window.removeEventListener('offline', offline)
      window.removeEventListener('online', online)
      local?.close()
      provider.destroy()
      socket.destroy()
      doc.destroy()
    },
  }
}
