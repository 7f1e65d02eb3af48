import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listPageAnswers } from '#app/about/page-answers.queries.server.ts'
import { PageAnswersPage } from '#app/about/ui/page-answers-page.tsx'
import { enterSignedIn } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { pageMeta } from '#app/shared/ui/meta.ts'

/** /scrivania/utilita */
export async function loader(args: LoaderFunctionArgs) {
  const entered = enterSignedIn(args, 'editor')
  return { pages: await listPageAnswers(entered.db), head: headOf(entered, entered.t('about.answers.title'), { noindex: true }) }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? pageMeta(data.head) : [])

export default function PageAnswersRoute() {
  return <PageAnswersPage pages={useLoaderData<typeof loader>().pages} />
}
