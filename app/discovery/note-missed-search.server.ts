import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import { newId } from '#db/new-id.ts'
import type { Lang } from '#app/shared/languages.ts'
import { once } from '#app/shared/once.ts'
import { missedQuery } from './missed-search.ts'

/** Tellings apart of one day, at most; beyond that nothing more is counted until tomorrow. */
const MOST_ASKERS = 20_000
/** Different questions waiting to be written. */
const MOST_WAITING = 500
const PAUSE_MS = 10_000

type Counter = { day: string; salt: Buffer; askers: Set<string>; waiting: Map<string, number>; timer: NodeJS.Timeout | undefined }

/** In this process's memory only, with a salt of the day: gone at midnight and at every stop. */
const counter = once<Counter>('discovery.missed-searches', () => ({
  day: '',
  salt: randomBytes(32),
  askers: new Set(),
  waiting: new Map(),
  timer: undefined,
}))

type Missed = {
  text: string
  lang: Lang
  /** What tells askers apart: a person's id, or network and browser. Hashed here, never written. */
  asker: string
  day: string
}

/**
 * Counts a search that found nothing, once for each asker and day. Answers true when it is new and waits to be written
 * by `writeMissedSearches`: the page that found nothing writes nothing itself.
 */
export function noteMissedSearch({ text, lang, asker, day }: Missed): boolean {
  const query = missedQuery(text)
  if (!query) return false
  if (counter.day !== day) Object.assign(counter, { day, salt: randomBytes(32), askers: new Set() })
  const key = `${lang} ${query}`
  const hash = createHash('sha256').update(counter.salt).update(`${asker}\n${key}`).digest('base64')
  if (counter.askers.has(hash) || counter.askers.size >= MOST_ASKERS) return false
  if (!counter.waiting.has(key) && counter.waiting.size >= MOST_WAITING) return false
  counter.askers.add(hash)
  counter.waiting.set(key, (counter.waiting.get(key) ?? 0) + 1)
  return true
}

/** Writes what was counted since the last time: words, language and number. Returns how many questions. */
export async function writeMissedSearches(db: Db): Promise<number> {
  const rows = [...counter.waiting].map(([key, askers]) => ({
    id: newId(),
    lang: key.slice(0, key.indexOf(' ')),
    query: key.slice(key.indexOf(' ') + 1),
    askers,
  }))
  counter.waiting.clear()
  if (rows.length === 0) return 0
  await db
    .insertInto('missed_search')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['lang', 'query']).doUpdateSet({
        askers: sql`missed_search.askers + excluded.askers`,
        last_asked_on: sql`excluded.last_asked_on`,
      }),
    )
    .execute()
  return rows.length
}

/** Notes a search without results and has it written a little later, off the reader's request. */
export function rememberMissedSearch(db: Db, missed: Missed, onError: (error: unknown) => void): void {
  if (!noteMissedSearch(missed) || counter.timer) return
  counter.timer = setTimeout(() => {
    counter.timer = undefined
    writeMissedSearches(db).catch(onError)
  }, PAUSE_MS).unref()
}
