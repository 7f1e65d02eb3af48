import { visitor } from '#app/shared/actor.ts'
import { pickList } from '#app/shared/bilingual-list.ts'
import { type Lang, pick } from '#app/shared/languages.ts'
import type { Db } from '#db/connection.ts'
import { inReadingOrder, phaseOf } from './programme.ts'
import { romeDay } from '#app/shared/rome-time.ts'
import { findProgramme, listProgrammes, listSessions, type ProgrammeSummary } from './training.queries.server.ts'

type Where = { lang: Lang; origin: string }

/** Public programmes, those one can join first; examples are left out. There are few: one page holds them. */
export async function apiProgrammes(db: Db, where: Where) {
  const programmes = (await listProgrammes(db, visitor)).filter((programme) => !programme.isExample)
  return { programmes: inReadingOrder(programmes, romeDay(new Date())).map((programme) => summaryOf(programme, where)), next: null }
}

type Summarised = Pick<
  ProgrammeSummary,
  'id' | 'slug' | 'title_it' | 'title_en' | 'summary_it' | 'summary_en' | 'startsOn' | 'endsOn' | 'open'
>

function summaryOf(programme: Summarised, { lang, origin }: Where) {
  const title = pick(lang, programme.title_it, programme.title_en)
  return {
    id: `programme:${programme.id}`,
    slug: programme.slug,
    url: `${origin}/${lang}/formazione/${programme.slug}`,
    lang: title.lang,
    title: title.text,
    summary: pick(lang, programme.summary_it, programme.summary_en).text,
    starts_on: programme.startsOn,
    ends_on: programme.endsOn,
    phase: phaseOf(programme, romeDay(new Date())),
  }
}

/** One public programme with its sessions; undefined when there is none. */
export async function apiProgramme(db: Db, where: Where, slug: string) {
  const programme = await findProgramme(db, visitor, slug)
  if (!programme || programme.is_example) return undefined
  const { lang, origin } = where
  return {
    ...summaryOf({ ...programme, startsOn: programme.starts_on, endsOn: programme.ends_on }, where),
    organisers: pickList(lang, programme.organisers).items,
    sessions: (await listSessions(db, programme.id)).map((session) => ({
      id: `session:${session.id}`,
      slug: session.slug,
      url: `${origin}/${lang}/formazione/${programme.slug}/${session.slug}`,
      number: session.number,
      title: pick(lang, session.title_it, session.title_en).text,
      editorial_title: session.editorialTitle,
      starts_at: session.startsAt.toISOString(),
      ends_at: session.endsAt.toISOString(),
      take_aways: Number(session.takeAways ?? 0),
    })),
  }
}
