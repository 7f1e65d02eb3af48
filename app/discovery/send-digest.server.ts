import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import type { SearchEngine } from '#search/engine.ts'
import { isLang, type Lang } from '#app/shared/languages.ts'
import { sendMail } from '#app/shared/mail/send-mail.server.ts'
import { type Translate, translator } from '#app/shared/messages/translate.ts'
import { askedSearch } from './asked-search.server.ts'
import type { CatalogueEntry } from './catalogue-entries.server.ts'
import { digestText } from './digest-text.ts'
import { newestOfSearch } from './newest-of-search.server.ts'
import { isDue, newSince } from './saved-search.ts'
import { frequencyOf } from './saved-search.queries.server.ts'
import { unsubscribePath } from './unsubscribe.server.ts'

/** Looked at for each search; a mail shows the first few and leads to the rest. */
const LOOKED_AT = 50

type Parts = { db: Db; search: SearchEngine; appUrl: string; now: Date }
type Row = { id: string; name: string; query: string; started_at: Date; checked_at: Date }
export type DigestPart = { id: string; name: string; query: string; entries: CatalogueEntry[] }

/**
 * One mail to one person with what is new in all their searches that are due, in their language; none when nothing is.
 * What was told is noted in the same transaction as the mail: told once, also when the job runs again.
 * Returns how many records were told.
 */
export async function sendDigest({ db, search, appUrl, now }: Parts, personId: string): Promise<number> {
  return await db.transaction().execute(async (trx) => {
    const person = await trx
      .selectFrom('person')
      .select(['email', 'name', 'locale'])
      .where('id', '=', personId)
      .where('closed_at', 'is', null)
      .where('suspended_at', 'is', null)
      .where('email_confirmed_at', 'is not', null)
      .forUpdate()
      .executeTakeFirst()
    if (!person) return 0
    const lang: Lang = isLang(person.locale) ? person.locale : 'it'
    const t = translator(lang)
    const due = await dueSearches(trx, personId, now)
    const parts: DigestPart[] = []
    for (const row of due) parts.push({ ...row, entries: await untold({ db: trx, search, t, lang }, row) })
    await noteChecked(trx, due, now)
    const news = parts.filter((part) => part.entries.length > 0)
    if (news.length === 0) return 0
    await noteTold(trx, news, now)
    const origin = `${appUrl}/${lang}`
    const stopUrls = await Promise.all(news.map(async ({ id }) => origin + (await unsubscribePath(trx, personId, id))))
    const stopAll = origin + (await unsubscribePath(trx, personId))
    await sendMail(trx, {
      to: person.email,
      ...digestText(t, { name: person.name, origin, parts: news, stopUrls, stopAll }),
      unsubscribeUrl: stopAll,
    })
    return news.reduce((sum, part) => sum + part.entries.length, 0)
  })
}

async function dueSearches(trx: Db, personId: string, now: Date): Promise<Row[]> {
  const rows = await trx
    .selectFrom('saved_search')
    .select(['id', 'name', 'query', 'frequency', 'started_at', 'checked_at', 'paused_at'])
    .where('person_id', '=', personId)
    .orderBy('name')
    .forUpdate()
    .execute()
  return rows.filter((row) =>
    isDue({ frequency: frequencyOf(row.frequency), checkedAt: row.checked_at, paused: row.paused_at !== null }, now),
  )
}

/** Public records that came since the last look and were not told yet. */
async function untold(parts: { db: Db; search: SearchEngine; t: Translate; lang: Lang }, row: Row): Promise<CatalogueEntry[]> {
  const asked = await askedSearch(parts.db, parts, new URLSearchParams(row.query))
  const since = newSince({ startedAt: row.started_at, checkedAt: row.checked_at })
  const entries = (await newestOfSearch(parts, asked, parts.lang, LOOKED_AT)).filter(
    (entry) => entry.publishedAt && entry.publishedAt > since,
  )
  const told = await parts.db.selectFrom('saved_search_told').select('record_id').where('saved_search_id', '=', row.id).execute()
  const known = new Set(told.map(({ record_id }) => record_id))
  return entries.filter((entry) => !known.has(entry.id))
}

async function noteChecked(trx: Db, rows: readonly Row[], now: Date): Promise<void> {
  for (const row of rows) {
    // What is older than what the next look begins with cannot come again.
    const since = newSince({ startedAt: row.started_at, checkedAt: row.checked_at })
    await trx.deleteFrom('saved_search_told').where('saved_search_id', '=', row.id).where('told_at', '<', since).execute()
    await trx.updateTable('saved_search').set({ checked_at: now }).where('id', '=', row.id).execute()
  }
}

async function noteTold(trx: Db, parts: readonly DigestPart[], now: Date): Promise<void> {
  const rows = parts.flatMap(({ id, entries }) => entries.map((entry) => ({ saved_search_id: id, record_id: entry.id, told_at: now })))
  await trx
    .insertInto('saved_search_told')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** People with a search that may be due; `sendDigest` decides. */
export async function peopleToTell(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('saved_search')
    .select('person_id')
    .distinct()
    .where('paused_at', 'is', null)
    .where('frequency', '<>', 'feed')
    .where('checked_at', '<', sql<Date>`date_trunc('day', now(), 'UTC')`)
    .execute()
  return rows.map((row) => row.person_id)
}
