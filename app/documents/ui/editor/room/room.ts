import { yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap'
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import * as Y from 'yjs'
import { schemaVersion } from '../../../schema/definitions.ts'
import type { NodeJson } from '../../../schema/json.ts'
import { Absence, type Away } from './absence.ts'
import { fromThisDevice, type LocalCopy, openLocalCopy } from './local-copy.ts'
import { type Present, presentPeople } from './people.ts'
import type { RoomFacts } from './save-state.ts'

/** Why a room was left for good: no longer allowed, this page is older than the server, a change was refused. */
export type RoomEnd = { kind: 'forbidden' | 'editor-too-old' | 'refused'; reason: string }
export type RoomState = RoomFacts & {
  people: Present[]
  end: RoomEnd | undefined
  /** The text can be written: the server's is here, or the one this device kept. */
  ready: boolean
  /** Somebody else wrote in the last few seconds. */
  othersWrite: boolean
  away: Away | undefined
}
export type Room = {
  doc: Y.Doc
  provider: HocuspocusProvider
  state: () => RoomState
  subscribe: (listener: () => void) => () => void
  /** What came in meanwhile was read. */
  dismissAway: () => void
  leave: () => void
}
export type RoomOptions = {
  /** `<document uuid>.<lang>` */
  name: string
  /** Names whose words are kept on this device until they are saved; undefined: nothing stays here. */
  person: string | undefined
  /** The epoch the page was made of: the server lets nobody in who comes from another. */
  epoch: number
  url?: string
  /** For tests: another socket than the browser's. */
  socketClass?: unknown
}

export function liveUrl(name: string, { protocol, host }: Pick<Location, 'protocol' | 'host'> = location): string {
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/collab?doc=${encodeURIComponent(name)}`
}

/** Without a line for this long, a text this device keeps opens by itself. */
const patienceMs = 2_500
/** "Somebody is writing" is said until nothing came for this long. */
const quietMs = 3_000
const rememberMs = 2_000
/** The text was rebuilt since this page was made: nothing of it may be merged. */
export const rebuilt = 'rebuilt'

const viewOf = (doc: Y.Doc): NodeJson => yXmlFragmentToProsemirrorJSON(doc.getXmlFragment('default')) as NodeJson

function viewOfState(state: Uint8Array): NodeJson {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  const view = viewOf(doc)
  doc.destroy()
  return view
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
    ready: false,
    othersWrite: false,
    away: undefined,
  }
  const set = (change: Partial<RoomState>) => {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }

  let left = false
  let local: LocalCopy | undefined
  const socket = new HocuspocusProviderWebsocket({
    url: options.url ?? liveUrl(options.name),
    maxDelay: 3_000, // words that waited for the server are saved within seconds of its return
    ...(options.socketClass ? { WebSocketPolyfill: options.socketClass } : {}),
    // What waited in the socket's queue comes again with the first exchange. Sent twice, the acknowledgements of
    // the queue would be taken for those of newer words, and "saved" said too early.
    onOpen: () => void ((socket as unknown as { messageQueue: unknown[] }).messageQueue = []),
  })
  const provider = new HocuspocusProvider({
    websocketProvider: socket,
    name: options.name,
    document: doc,
    token: `schema:${schemaVersion} epoch:${options.epoch}`,
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
  const absence = new Absence()
  const view = () => viewOf(doc)
  let isBroughtBack = false
  const bringBack = async (withText: boolean) => {
    if (!local || isBroughtBack) return
    isBroughtBack = true
    const changes = await local.bringBack(withText)
    if (changes > 0) set({ unsaved: state.unsaved + changes, unsavedSince: state.unsavedSince ?? Date.now() })
  }
  const tellAway = () => {
    const away = absence.tell(view)
    if (away) set({ away })
  }
  /** The server's text is here, and so is this device's store. */
  const settle = async () => {
    const kept = isBroughtBack ? undefined : local?.kept
    await bringBack(false)
    if (kept) {
      absence.begins(kept.at)
      absence.ends(() => viewOfState(kept.state))
    }
    tellAway()
    rememberSoon()
    if (!provider.hasUnsyncedChanges) acknowledged()
  }
  /** Without a line the text opens as this device keeps it. */
  const openFromDevice = async () => {
    if (left || state.ready || state.end || !local?.kept) return
    absence.begins(local.kept.at)
    await bringBack(true)
    if (!state.ready) set({ ready: true })
  }
  let remembering: ReturnType<typeof setTimeout> | undefined
  const rememberSoon = () => {
    if (!state.ready || state.end || !local) return
    remembering ??= setTimeout(() => {
      remembering = undefined
      if (!left && !state.end) void local?.remember()
    }, rememberMs)
  }
  let quiet: ReturnType<typeof setTimeout> | undefined
  const othersWrite = () => {
    clearTimeout(quiet)
    quiet = setTimeout(() => set({ othersWrite: false }), quietMs)
    if (!state.othersWrite) set({ othersWrite: true })
  }

  doc.on('update', (_update: Uint8Array, origin: unknown) => {
    rememberSoon()
    if (origin === fromThisDevice) return
    if (origin === provider) return state.synced ? othersWrite() : undefined
    const now = Date.now()
    set({ unsaved: state.unsaved + 1, unsavedSince: state.unsavedSince ?? now, changedAt: now })
  })
  provider.on('authenticated', () => {
    if (state.ready) absence.ends(view)
    set({ link: 'open', signedOut: false })
  })
  provider.on('synced', () => {
    set({ synced: true, ready: true })
    if (local) void settle()
    else tellAway()
  })
  provider.on('unsyncedChanges', () => {
    if (!provider.hasUnsyncedChanges) acknowledged()
  })
  provider.on('authenticationFailed', ({ reason }: { reason: string }) =>
    finish({ kind: reason === 'editor-too-old' ? 'editor-too-old' : reason === rebuilt ? 'refused' : 'forbidden', reason }),
  )
  provider.on('stateless', ({ payload }: { payload: string }) => {
    const end = endOf(payload)
    if (end) finish(end)
  })
  provider.on('close', ({ event }: { event: { code: number; reason: string } }) => {
    if (state.end) return
    if (event.code === accessRevoked) return finish({ kind: 'forbidden', reason: event.reason })
    lostSight()
    void sessionEnded().then((signedOut) => state.link === 'closed' && set({ signedOut }))
  })
  provider.on('awarenessChange', ({ states }: { states: { clientId: number }[] }) => {
    const people = presentPeople(states, doc.clientID)
    // Carets move all the time; the list is redrawn only when somebody comes or goes.
    if (JSON.stringify(people) !== JSON.stringify(state.people)) set({ people })
  })
  const lostSight = () => {
    if (state.ready) absence.begins(Date.now())
    set({ link: 'closed', people: [], othersWrite: false })
    void openFromDevice()
  }
  // The browser knows before the socket does. Back on line, a socket that survived goes on where it was.
  const offline = () => lostSight()
  const online = () => {
    if (provider.isAuthenticated) set({ link: 'open' })
    else void socket.connect()
  }
  window.addEventListener('offline', offline)
  window.addEventListener('online', online)
  const { name, person, epoch } = options
  const opened = (copy: LocalCopy | undefined) => {
    if (left) return copy?.close()
    local = copy
    if (state.synced) return void settle()
    if (navigator.onLine) setTimeout(() => void openFromDevice(), patienceMs)
    else lostSight()
  }
  if (person !== undefined) void openLocalCopy({ name, person, epoch }, doc, (origin) => origin === provider).then(opened)
  provider.attach()

  return {
    doc,
    provider,
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    dismissAway: () => set({ away: undefined }),
    leave: () => {
      left = true
      clearTimeout(remembering)
      clearTimeout(quiet)
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
