/** What this browser keeps for a person: unsaved changes, texts opened here, words set aside. Browser only. */
const database = 'casa-comune'
const version = 2

/** Names of caches that hold the editor's pages begin so (public/editor-offline.js). */
const pageCaches = 'casa-editor/'

/** Words the server did not take, kept until their author says they are no longer needed. */
export type Recovered = {
  id: number
  person: string
  /** Live name of the text. */
  name: string
  title: string
  at: number
  /** Why they were not taken: a refusal's name. */
  reason: string
  text: string
}

export const request = <T>(asked: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error ?? new Error('IndexedDB'))
  })

/** Undefined where the browser refuses storage (private windows): everything works, without the safety of a copy. */
export async function openDevice(): Promise<IDBDatabase | undefined> {
  if (typeof indexedDB === 'undefined') return undefined
  const opening = indexedDB.open(database, version)
  opening.onupgradeneeded = () => {
    const { result } = opening
    const has = (name: string) => result.objectStoreNames.contains(name)
    if (!has('unsaved')) result.createObjectStore('unsaved', { autoIncrement: true }).createIndex('text', 'text')
    if (!has('texts')) result.createObjectStore('texts', { keyPath: 'text' })
    if (!has('recovered')) result.createObjectStore('recovered', { keyPath: 'id', autoIncrement: true }).createIndex('person', 'person')
  }
  try {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      // A tab of an older build holds the database: better without a copy than waiting for it.
      opening.onblocked = () => reject(new Error('in use by an older page'))
      request(opening).then(resolve, reject)
    })
    db.onversionchange = () => db.close()
    return db
  } catch {
    return undefined
  }
}

/** Runs one piece of work on the device's database; undefined without one. */
export async function onDevice<T>(work: (db: IDBDatabase) => Promise<T>): Promise<T | undefined> {
  const db = await openDevice()
  if (!db) return undefined
  try {
    return await work(db)
  } finally {
    db.close()
  }
}

/** Words set aside for this person, newest first. */
export async function listRecovered(person: string): Promise<Recovered[]> {
  const all = await onDevice((db) =>
    request(db.transaction('recovered').objectStore('recovered').index('person').getAll(person) as IDBRequest<Recovered[]>),
  )
  return (all ?? []).toReversed()
}

export async function keepRecovered(words: Omit<Recovered, 'id'>): Promise<void> {
  await onDevice((db) => request(db.transaction('recovered', 'readwrite').objectStore('recovered').add(words)))
}

export async function dropRecovered(id: number): Promise<void> {
  await onDevice((db) => request(db.transaction('recovered', 'readwrite').objectStore('recovered').delete(id)))
}

/** Changes on this device, whoever made them, that no server has acknowledged; and words set aside. */
export async function countUnsaved(): Promise<number> {
  const counted = await onDevice(async (db) => {
    const stores = db.transaction(['unsaved', 'recovered'])
    return (await request(stores.objectStore('unsaved').count())) + (await request(stores.objectStore('recovered').count()))
  })
  return counted ?? 0
}

/** Somebody signed out: pages and texts that can be had again are forgotten, unsaved words stay for their author. */
export async function forgetPages(): Promise<void> {
  if (typeof caches !== 'undefined') for (const name of await caches.keys()) if (name.startsWith(pageCaches)) await caches.delete(name)
  await onDevice((db) => request(db.transaction('texts', 'readwrite').objectStore('texts').clear()))
}

/** Nothing of Casa Comune stays in this browser. */
export async function clearDevice(): Promise<void> {
  await forgetPages()
  await onDevice(async (db) => {
    const stores = db.transaction(['unsaved', 'recovered'], 'readwrite')
    await request(stores.objectStore('unsaved').clear())
    await request(stores.objectStore('recovered').clear())
  })
  for (const registration of (await navigator.serviceWorker?.getRegistrations()) ?? []) await registration.unregister()
  localStorage.clear()
  sessionStorage.clear()
}

/** Offers text as a file, without leaving the page. */
export function downloadText(fileName: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
