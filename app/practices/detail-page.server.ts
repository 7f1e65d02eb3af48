import type { Db } from '#db/connection.ts'
import { type Actor } from '#app/shared/actor.ts'
import { findCited } from '#app/shared/cited.server.ts'
import { type Lang, pick } from '#app/shared/languages.ts'
import { tuscanyMap } from '#app/shared/map/tuscany-map.server.ts'
import { textLanguageOf } from '#app/shared/search/facet-labels.server.ts'
import { listAttachments } from '#app/documents/attachments/attachment.queries.server.ts'
import type { Edition } from '#app/documents/editions/edition.ts'
import { bestEdition } from '#app/documents/editions/edition.queries.server.ts'
import { readText } from '#app/documents/log/read-text.server.ts'
import { citedIds } from '#app/documents/reading/text-of.ts'
import { isBlank } from '#app/documents/schema/content.ts'
import { termName } from '#app/themes/term.ts'
import { readableEditions } from './edition-page.server.ts'
import { mapMunicipalities, type MapMunicipality } from './map-areas.queries.server.ts'
import { canEdit } from './practice.policy.ts'
import { practiceCards } from './practice-cards.queries.server.ts'
import { catalogueId, isPublicState, pathOf, yearsOf } from './practice.ts'
import { factsOf, type PracticeSheet } from './practice-row.server.ts'
import { similarElsewhere, type SimilarPractice } from './similar-practices.queries.server.ts'
import { quotedIn } from './quoted-in.queries.server.ts'

type Asked = { db: Db; env: { DATA_DIR: string }; actor: Actor; lang: Lang }

/** Everything the page of a sheet shows. The sheet was found with `visibleTo`; what is not public yet is shown as a preview. */
export async function practiceDetailPage({ db, env, actor, lang }: Asked, sheet: PracticeSheet) {
  const id = catalogueId(sheet)
  const text = await shownText(db, sheet, lang)
  const [cited, similar, quoting, place] = await Promise.all([
    findCited(db, citedIds(text.content), lang),
    similarElsewhere(db, sheet.id),
    quotedIn(db, lang, id),
    placeMap(db, env.DATA_DIR, sheet),
  ])
  return {
    ...factsToShow(sheet, lang),
    text: { ...text, blank: isBlank(text.content.content) },
    editions: (await readableEditions(db, sheet.document_id, text.lang)).map(({ number, publishedAt }) => ({ number, publishedAt })),
    cited,
    similar: await withReasons(db, lang, similar),
    quoting,
    map: place,
    mayEdit: canEdit(actor, factsOf(sheet)),
  }
}

/** Cards of what is alike, each with why; what the catalogue does not hold is left out. */
async function withReasons(db: Db, lang: Lang, similar: readonly SimilarPractice[]) {
  const cards = await practiceCards(
    db,
    lang,
    similar.map(({ id }) => id),
  )
  return cards.map((card) => ({ ...card, reasons: similar.find(({ id }) => id === card.id)?.reasons ?? [] }))
}

/** The sheet's own columns and lists, in the reader's language. */
function factsToShow(sheet: PracticeSheet, lang: Lang) {
  const title = pick(lang, sheet.title_it, sheet.title_en)
  return {
    id: sheet.id,
    documentId: sheet.document_id,
    type: sheet.type,
    path: pathOf(sheet),
    state: sheet.state,
    preview: !isPublicState(sheet.state) || sheet.is_example,
    example: sheet.is_example,
    lesson: sheet.lesson,
    title,
    // Title and summary in one language: they are read as one.
    summary: title.lang === 'en' ? sheet.summary_en || sheet.summary_it : sheet.summary_it,
    terms: sheet.terms.map((term) => ({ id: term.id, list: term.list, name: termName(term, lang) })),
    place: sheet.place,
    territories: sheet.territories.map((one) => ({ id: one.id, level: one.level, name: pick(lang, one.name_it, one.name_en).text })),
    years: yearsOf(sheet),
    ongoing: sheet.ongoing,
    bodies: sheet.organisations,
    cost: sheet.cost,
    contact: sheet.contact,
    status: statusOf(sheet),
    verified: sheet.verified_at ? { by: sheet.verified_by_name, at: sheet.verified_at } : null,
    short: !sheet.full_sheet,
    sources: sheet.sources,
    updatedAt: sheet.updated_at,
    publishedAt: sheet.published_at,
    licence: sheet.licence,
  }
}

export type PracticeDetail = Awaited<ReturnType<typeof practiceDetailPage>>

const statusOf = (sheet: PracticeSheet): 'public-source' | 'verified' | 'to-reconfirm' | 'own' => {
  if (sheet.state === 'to-reconfirm') return 'to-reconfirm'
  if (sheet.verified_at) return 'verified'
  return sheet.provenance === 'public-source' ? 'public-source' : 'own'
}

type ShownText = Pick<Edition, 'content' | 'lang' | 'attachments' | 'redaction'> & { number: number | null; publishedAt: Date | null }

/** The published text in the reader's language or the nearest; before the first publication the draft. */
async function shownText(db: Db, sheet: PracticeSheet, lang: Lang): Promise<ShownText> {
  const edition = await bestEdition(db, sheet.document_id, textLanguageOf(lang))
  if (edition) {
    const { content, number, publishedAt, attachments, redaction } = edition
    return { content, lang: edition.lang, number, publishedAt, attachments, redaction }
  }
  const draft = await readText(db, { documentId: sheet.document_id, lang: 'it' })
  const attachments = await listAttachments(db, sheet.document_id)
  return { content: draft ?? { type: 'doc', content: [] }, lang: 'it', number: null, publishedAt: null, attachments, redaction: undefined }
}

/** Where in Tuscany, drawn small; nothing for what lies outside. */
async function placeMap(db: Db, dataDir: string, sheet: PracticeSheet) {
  const wanted = new Set(sheet.territories.filter((place) => place.level !== 'country').map((place) => place.id))
  if (wanted.size === 0) return null
  const municipalities = await mapMunicipalities(db)
  const map = await tuscanyMap(dataDir, municipalities)
  const isRegion = sheet.territories.some((place) => place.level === 'region')
  const inside = (place: MapMunicipality) => isRegion || [place.id, place.province, place.zone].some((id) => id !== null && wanted.has(id))
  const land = map.outline(municipalities.map((place) => place.code))
  return { width: map.width, height: map.height, land, places: map.outline(municipalities.filter(inside).map((place) => place.code)) }
}
