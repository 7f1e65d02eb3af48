import * as Y from 'yjs'

const database = 'casa-comune'
const store = 'unsaved'
/** Origin of the transaction that gives words kept on this device back to the text. */
export const fromThisDevice = Symbol('from this device')

const request = <T>(asked: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error ?? new Error('IndexedDB'))
  })

function openDatabase(): Promise<IDBDatabase> {
  const opening = indexedDB.open(database, 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore(store, { autoIncrement: true }).createIndex('text', 'text')
  return request(opening)
}

export type LocalCopy = {
  /** Gives back what earlier visits left unsaved; call once the server's text is here. */
  giveBack: () => Promise<void>
  /** Everything given back or written so far is on the server's disk: forgets it here. */
  forget: () => void
  close: () => void
}

/**
 * Words written on this device and not yet acknowledged, kept across a closed tab or a crash. Only unsaved changes are
 * stored, never the text: what is on the server does not stay behind on a shared computer. `text` names person,
 * document and epoch, so that nobody is given another's words and an older epoch is not merged.
 */
export async function openLocalCopy(text: string, doc: Y.Doc, isRemote: (origin: unknown) => boolean): Promise<LocalCopy | undefined> {
  if (typeof indexedDB === 'undefined') return undefined
  const db = await openDatabase().catch(() => undefined)
  // Private windows may refuse storage: writing works all the same, without the safety of a copy.
  if (!db) return undefined
  const objects = (mode: IDBTransactionMode) => db.transaction(store, mode).objectStore(store)
  let keys: Promise<IDBValidKey | undefined>[] = []
  let forgetting = Promise.resolve()
  const keep = (update: Uint8Array, origin: unknown) => {
    if (isRemote(origin) || origin === fromThisDevice) return
    // A full disk must not stop the writing: the words are still on their way to the server.
    keys.push(request(objects('readwrite').add({ text, update })).catch(() => undefined))
  }
  doc.on('update', keep)
  return {
    giveBack: async () => {
      const index = objects('readonly').index('text')
      const [updates, kept] = await Promise.all([request(index.getAll(text)), request(index.getAllKeys(text))])
      if (updates.length === 0) return
      keys.push(...kept.map((key) => Promise.resolve(key)))
      Y.applyUpdate(doc, Y.mergeUpdates(updates.map((one: { update: Uint8Array }) => one.update)), fromThisDevice)
    },
    forget: () => {
      if (keys.length === 0) return
      const saved = keys
      keys = []
      forgetting = Promise.all([forgetting, ...saved]).then(async ([, ...all]) => {
        const unsaved = objects('readwrite')
        await Promise.all(all.filter((key) => key !== undefined).map((key) => request(unsaved.delete(key))))
      })
    },
    close: () => {
      doc.off('update', keep)
      void Promise.allSettled([forgetting, ...keys]).then(() => db.close())
    },
  }
}

/** Drops the unsaved words of a text on this device: they were refused and stand in a recovered copy. */
export async function dropLocalCopy(text: string): Promise<void> {
  if (typeof indexedDB === 'undefined') return
  const db = await openDatabase().catch(() => undefined)
  if (!db) return
  const unsaved = db.transaction(store, 'readwrite').objectStore(store)
  const keys = await request(unsaved.index('text').getAllKeys(text))
  await Promise.all(keys.map((key) => request(unsaved.delete(key))))
  db.close()
}
