import { sourceLine } from '#app/shared/source.ts'
import { romeDay, romeHour } from '#app/shared/rome-time.ts'
import type { Programme, Session, TakeAwaySummary } from './training.queries.server.ts'
import { materialLine } from './training.schema.ts'

type Values = Record<string, string>
const checked = (value: boolean): string => (value ? 'on' : '')
const lines = (items: readonly string[]): string => items.join('\n')

/** A stored programme as its form shows it. */
export const programmeValues = (programme: Programme): Values => ({
  title_it: programme.title_it,
  title_en: programme.title_en,
  summary_it: programme.summary_it,
  summary_en: programme.summary_en,
  for_whom_it: programme.for_whom_it,
  for_whom_en: programme.for_whom_en,
  place_it: programme.place_it,
  place_en: programme.place_en,
  starts_on: programme.starts_on,
  ends_on: programme.ends_on,
  open: checked(programme.open),
  organisers_it: lines(programme.organisers.it),
  organisers_en: lines(programme.organisers.en),
  sources_it: lines(programme.sources.it.map(sourceLine)),
  sources_en: lines(programme.sources.en.map(sourceLine)),
})

/** A stored session as its form shows it; day and hours as clocks in Tuscany show them. */
export const sessionValues = (session: Session): Values => ({
  title_it: session.title_it,
  title_en: session.title_en,
  editorial_title: checked(session.editorial_title),
  summary_it: session.summary_it,
  summary_en: session.summary_en,
  day: romeDay(session.starts_at),
  start: romeHour(session.starts_at),
  end: romeHour(session.ends_at),
  experts_it: lines(session.experts.it),
  experts_en: lines(session.experts.en),
  prompts_it: lines(session.prompts.it),
  prompts_en: lines(session.prompts.en),
  materials_it: lines(session.materials.it.map(materialLine)),
  materials_en: lines(session.materials.en.map(materialLine)),
  sources_it: lines(session.sources.it.map(sourceLine)),
  sources_en: lines(session.sources.en.map(sourceLine)),
  meeting_url: session.meeting_url ?? '',
  recording_url: session.recording_url ?? '',
  chapter_slug: session.chapter_slug ?? '',
})

export const takeAwayValues = (takeAway: TakeAwaySummary): Values => ({
  title_it: takeAway.title_it,
  title_en: takeAway.title_en,
  example_text: checked(takeAway.exampleText),
})
