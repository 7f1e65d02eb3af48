import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import { readSignedLink, signLink } from '#app/shared/signed-link.server.ts'

const PURPOSE = 'search-alerts'
const UUID = /^[0-9a-f-]{36}$/

/** Path, without language, of the page that stops a person's alerts: all of them, or one. Works without signing in. */
export async function unsubscribePath(db: Db, personId: string, savedSearchId?: string): Promise<string> {
  const token = await signLink(db, PURPOSE, [personId, savedSearchId ?? 'all'].join(' '))
  return `/avvisi/disiscrizione?token=${encodeURIComponent(token)}`
}

async function subjectOf(db: Db, token: string): Promise<{ personId: string; savedSearchId: string | undefined } | undefined> {
  const [personId = '', which = ''] = (await readSignedLink(db, PURPOSE, token))?.split(' ') ?? []
  if (!UUID.test(personId) || !(which === 'all' || UUID.test(which))) return undefined
  return { personId, savedSearchId: which === 'all' ? undefined : which }
}

/** What a link would stop; undefined when it is not one of ours. The page names nobody: a mail may have been passed on. */
export async function peekUnsubscribe(db: Db, token: string): Promise<'all' | 'one' | undefined> {
  const subject = await subjectOf(db, token)
  return subject && (subject.savedSearchId ? 'one' : 'all')
}

/** Pauses what the link names; again and again to the same effect. The same answer as `peekUnsubscribe`. */
export async function unsubscribe(db: Db, token: string): Promise<'all' | 'one' | undefined> {
  const subject = await subjectOf(db, token)
  if (!subject) return undefined
  const { personId, savedSearchId } = subject
  await db
    .updateTable('saved_search')
    .set({ paused_at: sql<Date>`now()` })
    .where('person_id', '=', personId)
    .where('paused_at', 'is', null)
    .where('frequency', '<>', 'feed')
    .$if(savedSearchId !== undefined, (query) => query.where('id', '=', savedSearchId ?? ''))
    .execute()
  return savedSearchId ? 'one' : 'all'
}
