import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import { parseQuery } from '#search/analysis/parse-query.ts'
import { words } from '#search/analysis/words.ts'
import type { TextLanguage } from '#search/engine.ts'
import { listChapters } from '#app/manual/chapter.queries.server.ts'
import { catalogueId, type PracticeType, pathOf, publicStates } from '#app/practices/practice.ts'
import { visibleTo } from '#app/practices/visible-to.server.ts'
import { listPrivateTraining } from '#app/training/private-training.queries.server.ts'
import type { Actor, Person } from '#app/shared/actor.ts'

export type PrivateHit = { id: string; type: string; title: string; url: string; lang: TextLanguage; example: boolean }
export type OnlyForYou = { total: number; types: { type: string; total: number }[]; hits: PrivateHit[] }

type Text = {
  id: string
  type: string
  url: string
  title_it: string
  title_en: string
  summary_it: string
  summary_en: string
  isExample: boolean
}

/** Newest first; who may read more drafts than this has the desk to look through them. */
const MOST_DRAFTS = 2_000
const MOST_HITS = 10

/**
 * The second group for a signed-in person: what they may read and the public may not. Each noun's own read decides in
 * its query who sees what; always from PostgreSQL, never part of the public counts, never in an index. Titles and
 * summaries are searched with the same analysis as everything else. Nothing for visitors.
 */
export async function findOnlyForYou(db: Db, actor: Actor, text: string, lang: TextLanguage): Promise<OnlyForYou | null> {
  if (actor.kind !== 'person') return null
  const query = parseQuery(text)
  const wanted = [...query.words.map((word) => word.token), ...query.phrases.flat()]
  if (wanted.length === 0) return { total: 0, types: [], hits: [] }
  const drafts = [
    ...(await draftPractices(db, actor)),
    ...(await draftChapters(db, actor)),
    ...(await listPrivateTraining(db, actor, MOST_DRAFTS)),
  ]
  const found = drafts.filter((draft) => {
    const own = tokensOf(draft)
    return wanted.every((token) => own.has(token)) && !query.excluded.some((tokens) => tokens.every((token) => own.has(token)))
  })
  const types = [...Map.groupBy(found, ({ type }) => type)].map(([type, own]) => ({ type, total: own.length }))
  return { total: found.length, types, hits: found.slice(0, MOST_HITS).map((draft) => present(draft, lang)) }
}

async function draftPractices(db: Db, actor: Person): Promise<Text[]> {
  const rows = await db
    .selectFrom('practice')
    .select(['id', 'type', 'slug', 'title_it', 'title_en', 'summary_it', 'summary_en', 'is_example as isExample'])
    .where(visibleTo(actor))
    .where(sql<boolean>`not (practice.state = any(${[...publicStates]}::text[]) and not practice.is_example)`)
    .where('state', '<>', 'archived')
    .orderBy('updated_at', 'desc')
    .limit(MOST_DRAFTS)
    .execute()
  return rows.map((row) => ({ ...row, id: catalogueId(row), url: pathOf({ type: row.type as PracticeType, slug: row.slug }) }))
}

async function draftChapters(db: Db, actor: Person): Promise<Text[]> {
  const chapters = await listChapters(db, actor)
  return chapters
    .filter((chapter) => chapter.isExample || chapter.state !== 'published')
    .map((chapter) => ({ ...chapter, id: `chapter:${chapter.id}`, type: 'chapter', url: `/scrivania/manuale/${chapter.slug}` }))
}

function tokensOf(draft: Text): Set<string> {
  const all = words([draft.title_it, draft.title_en, draft.summary_it, draft.summary_en].join(' . '))
  return new Set(all.flatMap((word) => [word.token, ...word.also]))
}

function present({ id, type, url, title_it, title_en, isExample }: Text, lang: TextLanguage): PrivateHit {
  const shown = (lang === 'en' && title_en !== '') || title_it === '' ? 'en' : 'it'
  return { id, type, url, title: shown === 'en' ? title_en : title_it, lang: shown, example: isExample }
}
