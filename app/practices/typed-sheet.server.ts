import type { Db } from '#db/connection.ts'
import { readText } from '#app/documents/log/read-text.server.ts'
import { markdownFromBlocks } from '#app/documents/markdown/to-markdown.ts'
import { sectionOf } from '#app/documents/schema/content.ts'
import type { FormChoices } from './form-choices.server.ts'
import type { Typed } from './practice-form.ts'
import type { PracticeSheet } from './practice-row.server.ts'
import { practiceSections } from './practice.ts'

/** A sheet as its form shows it: every field as typed, the sections of one text as Markdown. */
export async function typedSheet(db: Db, sheet: PracticeSheet, choices: FormChoices, lang: 'it' | 'en'): Promise<Typed> {
  const text = await readText(db, { documentId: sheet.document_id, lang })
  const sections: Typed = Object.fromEntries(
    practiceSections.map((key) => [key, [text ? markdownFromBlocks(sectionOf(text, key)) : '']] as const),
  )
  const nameOf = new Map([...choices.territories].map(([name, id]) => [id, name]))
  const bodies = (role: 'lead' | 'partner') => sheet.organisations.filter((body) => body.role === role).map((body) => body.name)
  const terms = (list: string) => sheet.terms.filter((term) => term.list === list).map((term) => term.id)
  return {
    ...sections,
    type: [sheet.type],
    title_it: [sheet.title_it],
    title_en: [sheet.title_en],
    summary_it: [sheet.summary_it],
    summary_en: [sheet.summary_en],
    territories: sheet.territories.flatMap((place) => nameOf.get(place.id) ?? []),
    place: [sheet.place],
    leads: bodies('lead'),
    partners: bodies('partner'),
    period_start: [sheet.period_start ?? ''],
    period_end: [sheet.period_end ?? ''],
    ongoing: sheet.ongoing ? ['on'] : [],
    themes: terms('theme'),
    kinds: terms('kind'),
    targets: terms('target'),
    cost: [sheet.cost],
    contact: [sheet.contact],
    licence: [sheet.licence],
    lesson: sheet.lesson ? ['on'] : [],
    source_url: sheet.sources.map((source) => source.url),
    source_title: sheet.sources.map((source) => source.title),
  }
}
