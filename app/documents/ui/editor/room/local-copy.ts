import * as Y from 'yjs'
import { onDevice, openDevice, request } from '#app/shared/ui/device/device-store.ts'

/** Origins of transactions that bring back what this device kept: the text as it was, and words not yet saved. */
export const fromThisDevice = Symbol('from this device')

/** Whose copy of which text. A copy of another epoch is of a text that was rebuilt: it is never merged. */
export type CopyOf = { person: string; name: string; epoch: number }
const keyOf = ({ person, name, epoch }: CopyOf): string => `${person}/${name}/${epoch}`

/** A text as this device saw it last. */
export type KeptText = { state: Uint8Array; at: number }
type StoredText = KeptText & { text: string }

export type LocalCopy = {
  /** The text as it was when it was last open here, with the words that were not saved. */
  kept: KeptText | undefined
  /** Brings back the kept text, unless the server's is here, and what earlier visits left unsaved: how many changes. */
  bringBack: (withText: boolean) => Promise<number>
  /** Remembers the text as it stands, so that it opens without a line. */
  remember: () => Promise<void>
  /** Everything brought back or written so far is on the server's disk: forgets it as unsaved. */
  forget: () => void
  close: () => void
}

const largestText = 4 * 1024 * 1024
const longestAwayMs = 30 * 24 * 3_600_000

/**
 * What this device keeps of a text: the text as it was last seen, so that it opens off line; and every change not yet
 * acknowledged, across a closed tab or a crash. Both belong to one person: signing out forgets the text.
 */
export async function openLocalCopy(of: CopyOf, doc: Y.Doc, isRemote: (origin: unknown) => boolean): Promise<LocalCopy | undefined> {
  const db = await openDevice()
  if (!db) return undefined
  const text = keyOf(of)
  const objects = (store: 'unsaved' | 'texts', mode: IDBTransactionMode) => db.transaction(store, mode).objectStore(store)
  let keys: Promise<IDBValidKey | undefined>[] = []
  let forgetting = Promise.resolve()
  const keep = (update: Uint8Array, origin: unknown) => {
    if (isRemote(origin) || origin === fromThisDevice) return
    // A full disk must not stop the writing: the words are still on their way to the server.
    keys.push(request(objects('unsaved', 'readwrite').add({ text, update })).catch(() => undefined))
  }
  doc.on('update', keep)
  const kept = withUnsaved(
    await request(objects('texts', 'readonly').get(text) as IDBRequest<StoredText | undefined>),
    await request(objects('unsaved', 'readonly').index('text').getAll(text) as IDBRequest<{ update: Uint8Array }[]>),
  )
  return {
    kept,
    async bringBack(withText) {
      const index = objects('unsaved', 'readonly').index('text')
      const [updates, stored] = await Promise.all([
        request(index.getAll(text) as IDBRequest<{ update: Uint8Array }[]>),
        request(index.getAllKeys(text)),
      ])
      keys.push(...stored.map((key) => Promise.resolve(key)))
      const states = [...(withText && kept ? [kept.state] : []), ...updates.map(({ update }) => update)]
      if (states.length > 0) Y.applyUpdate(doc, Y.mergeUpdates(states), fromThisDevice)
      return updates.length
    },
    async remember() {
      const state = Y.encodeStateAsUpdate(doc)
      if (state.byteLength > largestText) return
      await request(objects('texts', 'readwrite').put({ text, state, at: Date.now() } satisfies StoredText)).catch(() => undefined)
    },
    forget() {
      if (keys.length === 0) return
      const saved = keys
      keys = []
      forgetting = Promise.all([forgetting, ...saved]).then(async ([, ...all]) => {
        const unsaved = objects('unsaved', 'readwrite')
        await Promise.all(all.filter((key) => key !== undefined).map((key) => request(unsaved.delete(key))))
      })
    },
    close() {
      doc.off('update', keep)
      void Promise.allSettled([forgetting, ...keys]).then(() => db.close())
    },
  }
}

const withUnsaved = (kept: StoredText | undefined, unsaved: readonly { update: Uint8Array }[]): KeptText | undefined =>
  kept && { at: kept.at, state: Y.mergeUpdates([kept.state, ...unsaved.map(({ update }) => update)]) }

/**
 * Takes the unsaved changes of a text out of this device's store and returns them: they were refused, or belong to
 * another epoch than `but`.
 */
export async function takeUnsaved(
  { person, name }: Omit<CopyOf, 'epoch'>,
  which: { epoch: number } | { but: number },
): Promise<Uint8Array[]> {
  const isMeant = (text: string) =>
    'epoch' in which
      ? text === keyOf({ person, name, ...which })
      : text.startsWith(`${person}/${name}/`) && text !== keyOf({ person, name, epoch: which.but })
  const taken = await onDevice(async (db) => {
    const unsaved = db.transaction('unsaved', 'readwrite').objectStore('unsaved')
    const [all, keys] = await Promise.all([
      request(unsaved.getAll() as IDBRequest<{ text: string; update: Uint8Array }[]>),
      request(unsaved.getAllKeys()),
    ])
    await Promise.all(keys.filter((_, at) => isMeant(all[at]!.text)).map((key) => request(unsaved.delete(key))))
    return all.filter(({ text }) => isMeant(text)).map(({ update }) => update)
  })
  return taken ?? []
}

/** Forgets the kept text: it may not be read any more, or was rebuilt. */
export async function forgetText(of: CopyOf): Promise<void> {
  await onDevice((db) => request(db.transaction('texts', 'readwrite').objectStore('texts').delete(keyOf(of))))
}

/** Forgets kept texts of other people, of this text's other epochs, and those nobody opened for 30 days. */
export async function forgetOldTexts({ person, name, epoch }: CopyOf, now: number): Promise<void> {
  await onDevice(async (db) => {
    const texts = db.transaction('texts', 'readwrite').objectStore('texts')
    for (const { text, at } of await request(texts.getAll() as IDBRequest<StoredText[]>)) {
      const isOther = !text.startsWith(`${person}/`)
      const isOldEpoch = text.startsWith(`${person}/${name}/`) && text !== keyOf({ person, name, epoch })
      if (isOther || isOldEpoch || now - at > longestAwayMs) await request(texts.delete(text))
    }
  })
}
