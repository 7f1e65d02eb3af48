import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readDifferencesPage } from '#app/manual/edition-page.queries.server.ts'
import { DifferencesPage } from '#app/manual/ui/differences-page.tsx'
import { enter } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { pageMeta } from '#app/shared/ui/meta.ts'

export async function loader(args: LoaderFunctionArgs) {
  const entered = enter(args)
  const { db, lang, t, url } = entered
  const { version = '', chapter = '' } = args.params
  const page = await readDifferencesPage(db, version, chapter, url.searchParams.get('da'), lang)
  return { head: headOf(entered, `${t('manual.differences.title', { version })}: ${page.title}`, { noindex: true }), page }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? pageMeta(data.head) : [])

export default function Differences() {
  return <DifferencesPage {...useLoaderData<typeof loader>().page} />
}
