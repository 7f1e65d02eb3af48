import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import { bestEdition } from '#app/documents/editions/edition.queries.server.ts'
import { textOf } from '#app/documents/reading/text-of.ts'
import { visitor } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import { type Lang, pick } from '#app/shared/languages.ts'
import { textLanguageOf } from '#app/shared/search/facet-labels.server.ts'
import { readCursor, writeCursor } from './api-cursor.ts'
import { findPractice } from './practice.queries.server.ts'
import { type PracticeSheet, selectSheet } from './practice-row.server.ts'
import { catalogueId, pathOf, type PracticeType } from './practice.ts'
import { visibleTo } from './visible-to.server.ts'

type Where = { lang: Lang; origin: string }

/** A public sheet as the API gives it, without its text. */
function summaryOf(sheet: PracticeSheet, { lang, origin }: Where) {
  const title = pick(lang, sheet.title_it, sheet.title_en)
  const codes = (list: string) => sheet.terms.filter((term) => term.list === list).map((term) => term.code)
  return {
    id: catalogueId(sheet),
    type: sheet.type,
    slug: sheet.slug,
    url: `${origin}/${lang}${pathOf(sheet)}`,
    lang: title.lang,
    title: title.text,
    summary: pick(lang, sheet.summary_it, sheet.summary_en).text,
    themes: codes('theme'),
    kinds: codes('kind'),
    targets: codes('target'),
    territories: sheet.territories.map((place) => ({
      id: place.id,
      level: place.level,
      name: pick(lang, place.name_it, place.name_en).text,
    })),
    place: sheet.place,
    country: sheet.country,
    period: { start: sheet.period_start, end: sheet.period_end, ongoing: sheet.ongoing },
    organisations: sheet.organisations.map(({ slug, name, role }) => ({ slug, name, role })),
    full_sheet: sheet.full_sheet,
    status: sheet.verified_at ? 'verified' : sheet.provenance,
    licence: sheet.licence,
    published_at: sheet.published_at?.toISOString() ?? null,
    updated_at: sheet.updated_at.toISOString(),
  }
}

type Page = { type?: PracticeType; after?: string; perPage: number }

/** When a sheet became public, as exact as answers and cursors say it. */
const publishedAt = sql<Date>`date_trunc('milliseconds', coalesce(practice.published_at, practice.created_at))`

/** Public sheets, the last published first; `next` is the cursor of the following page. Refuses a cursor that is none. */
export async function apiPractices(db: Db, where: Where, { type, after, perPage }: Page) {
  let query = selectSheet(db)
    .where(visibleTo(visitor))
    .where(sql<boolean>`exists (select from edition e where e.document_id = practice.document_id and e.current)`)
    .orderBy(publishedAt, 'desc')
    .orderBy('practice.id', 'desc')
    .limit(perPage + 1)
  if (type) query = query.where('practice.type', '=', type)
  if (after !== undefined) {
    const last = readCursor(after)
    if (!last) throw new AppError('bad-request', 'This cursor is not the `next` of a page')
    query = query.where(sql<boolean>`(${publishedAt}, practice.id) < (${last.at}::timestamptz, ${last.id}::uuid)`)
  }
  const rows = await query.execute()
  const page = rows.slice(0, perPage)
  const last = rows.length > perPage ? page.at(-1) : undefined
  return {
    practices: page.map((sheet) => summaryOf(sheet, where)),
    next: last ? writeCursor({ at: last.published_at ?? last.created_at, id: last.id }) : null,
  }
}

/** One public sheet with its sections as plain text and its sources; undefined when there is none. */
export async function apiPractice(db: Db, where: Where, slug: string) {
  const found = await findPractice(db, visitor, slug)
  if (!found || 'moved' in found) return undefined
  const { sheet } = found
  const edition = await bestEdition(db, sheet.document_id, textLanguageOf(where.lang))
  const sections = (edition?.content.content ?? []).flatMap((node) => {
    const text = textOf(node)
    return node.type === 'section' && text !== '' ? [{ key: String(node.attrs?.key), text }] : []
  })
  return {
    ...summaryOf(sheet, where),
    cost: sheet.cost,
    text: edition ? { lang: edition.lang, edition: edition.number, sections } : null,
    sources: sheet.sources.map(({ key, url, title, publisher, published_on, read_on }) => ({
      key,
      url,
      title,
      publisher,
      published_on,
      read_on,
    })),
  }
}
