import { catalogueVersion } from '#db/catalogue.ts'
import type { Db } from '#db/connection.ts'
import { once } from './once.ts'
import { sharedRead } from './shared-read.ts'

type Kept = { version: number; value: Promise<unknown> }
type Keeper = { read: () => Promise<number>; kept: Map<string, Kept> }

const keepers = once('while-unchanged', () => new WeakMap<Db, Keeper>())

function keeperOf(db: Db): Keeper {
  const known = keepers.get(db)
  if (known) return known
  const made = { read: sharedRead(() => catalogueVersion(db)), kept: new Map<string, Kept>() }
  keepers.set(db, made)
  return made
}

/** The catalogue's version, as committed after this was called. */
export const currentVersion = (db: Db): Promise<number> => keeperOf(db).read()

/**
 * What `make` gave last, as long as the catalogue's version is the same: for counts over everything that is public.
 * `name` says what it is, with all it depends on besides. Asks the version each time, so nothing is ever out of date.
 */
export async function whileUnchanged<T>(db: Db, name: string, make: () => Promise<T>): Promise<T> {
  const { read, kept } = keeperOf(db)
  const version = await read()
  const known = kept.get(name)
  if (known?.version === version) return known.value as Promise<T>
  const value = make()
  kept.set(name, { version, value })
  value.catch(() => kept.delete(name)) // the next one tries again; this one's callers hear of it
  return value
}
