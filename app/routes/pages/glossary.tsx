import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { filterTerms } from '#app/glossary/filter-terms.ts'
import { glossaryChangedOn, listGlossaryTerms } from '#app/glossary/glossary.queries.server.ts'
import { GlossaryPage } from '#app/glossary/ui/glossary-page.tsx'
import { enter } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { pageMeta } from '#app/shared/ui/meta.ts'

export async function loader(args: LoaderFunctionArgs) {
  const entered = enter(args)
  const query = (entered.url.searchParams.get('q') ?? '')
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, 100)
  const terms = await listGlossaryTerms(entered.db, entered.lang === 'it' ? 'it' : 'en')
  const head = headOf(entered, entered.t('glossary.title'), {
    description: entered.t('glossary.lead'),
    noindex: query !== '',
    updatedOn: await glossaryChangedOn(entered.db),
  })
  return { head, query, terms: filterTerms(terms, query) }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? pageMeta(data.head) : [])

export default function Glossary() {
  const { terms, query } = useLoaderData<typeof loader>()
  return <GlossaryPage terms={terms} query={query} />
}
