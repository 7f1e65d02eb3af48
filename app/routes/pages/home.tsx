import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { countByTheme, countByType, countPracticePlaces, highlightedPractices } from '#app/about/catalogue-counts.queries.server.ts'
import { homeMap } from '#app/about/home-map.server.ts'
import { nextMeeting } from '#app/about/next-meeting.queries.server.ts'
import { HomePage } from '#app/about/ui/home-page.tsx'
import { hasPublicProcesses } from '#app/codesign/process/process.queries.server.ts'
import { practiceCards } from '#app/practices/practice-cards.queries.server.ts'
import { enter } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { pageMeta } from '#app/shared/ui/meta.ts'
import { termNamesById } from '#app/themes/term.queries.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const entered = enter(args)
  const { db, actor, lang, t } = entered
  const [counts, places, themes, names, ids, meeting, map, processes] = await Promise.all([
    countByType(db),
    countPracticePlaces(db),
    countByTheme(db),
    termNamesById(db, lang),
    highlightedPractices(db, 6),
    nextMeeting(db, actor, lang),
    homeMap(entered),
    hasPublicProcesses(db),
  ])
  return {
    home: {
      counts: { ...Object.fromEntries(counts), process: Number(processes) },
      places,
      themes: themes.map((theme) => ({ ...theme, name: names.get(theme.id) ?? theme.id })),
      highlights: await practiceCards(db, lang, ids),
      meeting,
      map,
    },
    head: headOf(entered, t('about.home.metaTitle'), { description: t('about.home.lead') }),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? pageMeta(data.head) : [])

export default function Home() {
  return <HomePage home={useLoaderData<typeof loader>().home} />
}
