import type { Db } from '#db/connection.ts'
import type { TextLanguage } from '#search/engine.ts'
import type { Actor } from '#app/shared/actor.ts'

export type OnlyForYou = { total: number; hits: { id: string; type: string; title: string; url: string; lang: TextLanguage }[] }

/**
 * The second group for a signed-in person: what they may read and the public may not, decided in the query, always
 * from PostgreSQL, never part of the public counts. Nothing for visitors.
 */
export function findOnlyForYou(_db: Db, actor: Actor, _text: string, _lang: TextLanguage): Promise<OnlyForYou | null> {
  // The kinds of unpublished record and who may read them come with the discovery issue; the place is kept so that
  // page, API and description need no change then.
  return Promise.resolve(actor.kind === 'person' ? { total: 0, hits: [] } : null)
}
