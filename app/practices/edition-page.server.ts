import type { Db } from '#db/connection.ts'
import { AppError } from '#app/shared/app-error.ts'
import { findCited } from '#app/shared/cited.server.ts'
import { type Lang, pick } from '#app/shared/languages.ts'
import { textLanguageOf } from '#app/shared/search/facet-labels.server.ts'
import { diffEditions, editionById, type EditionEntry, listEditions } from '#app/documents/editions/edition.queries.server.ts'
import type { DocJson, NodeJson } from '#app/documents/schema/json.ts'
import { citedIds } from '#app/documents/reading/text-of.ts'
import { pathOf } from './practice.ts'
import type { PracticeSheet } from './practice-row.server.ts'

/** Editions of a sheet that readers may open, newest first, in one language: those that were not withdrawn. */
export const readableEditions = async (db: Db, documentId: string, lang: string): Promise<EditionEntry[]> =>
  (await listEditions(db, documentId, lang)).filter((edition) => !edition.withdrawn)

/**
 * One edition of a sheet by its number: in the reader's language, else in Italian, else in the language that has it. With
 * `differences`, what changed since the edition before it, in words. Throws not-found, also for what was withdrawn since.
 */
export async function practiceEditionPage(
  db: Db,
  sheet: PracticeSheet,
  { number, lang, differences }: { number: string; lang: Lang; differences: boolean },
) {
  if (!/^[1-9]\d{0,5}$/.test(number)) throw new AppError('not-found')
  const all = (await listEditions(db, sheet.document_id)).filter((edition) => !edition.withdrawn)
  const numbered = all.filter((edition) => edition.number === Number(number))
  const written = (wanted: string) => numbered.find((edition) => edition.lang === wanted)
  const entry = written(textLanguageOf(lang)) ?? written('it') ?? numbered[0]
  const edition = entry && (await editionById(db, entry.id))
  if (!edition) throw new AppError('not-found')
  const row = all.filter((each) => each.lang === edition.lang)
  const before = row.find((each) => each.number < edition.number)
  return {
    title: pick(edition.lang === 'en' ? 'en' : 'it', sheet.title_it, sheet.title_en),
    type: sheet.type,
    path: pathOf(sheet),
    number: edition.number,
    lang: edition.lang,
    publishedAt: edition.publishedAt,
    latest: row[0]?.number ?? edition.number,
    before: before?.number,
    content: withSourcesAmong(edition.content, new Set(sheet.sources.map((source) => source.key))),
    // Sources belong to the sheet, not to the edition: those it still has are listed, and their numbers stay.
    sources: sheet.sources,
    attachments: edition.attachments,
    redaction: edition.redaction,
    contributors: edition.contributors.map((person) => person.name),
    cited: differences ? {} : await findCited(db, citedIds(edition.content), lang),
    blocks: differences && before ? await diffEditions(db, before.id, edition.id) : undefined,
  }
}

/** The text without references to sources that the sheet has lost since: a number must lead somewhere. */
function withSourcesAmong(doc: DocJson, keys: ReadonlySet<string>): DocJson {
  const kept = (nodes: readonly NodeJson[]): NodeJson[] =>
    nodes
      .filter((node) => node.type !== 'sourceRef' || keys.has(String(node.attrs?.key)))
      .map((node) => (node.content ? { ...node, content: kept(node.content) } : node))
  return { ...doc, content: kept(doc.content) }
}

export type PracticeEdition = Awaited<ReturnType<typeof practiceEditionPage>>
