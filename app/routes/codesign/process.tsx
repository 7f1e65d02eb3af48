import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { creditsIn } from '#app/codesign/ledger/ledger.queries.server.ts'
import { processLinkedData } from '#app/codesign/process/linked-data.ts'
import { readProcessPage } from '#app/codesign/process/process-page.queries.server.ts'
import { ProcessPage } from '#app/codesign/process/ui/process-page.tsx'
import { enter } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { pageMeta } from '#app/shared/ui/meta.ts'

export async function loader(args: LoaderFunctionArgs) {
  const entered = enter(args)
  const page = await readProcessPage(entered.db, entered.actor, args.params.process ?? '', entered.lang)
  const voices = await creditsIn(entered.db, page.edition ? [page.edition.content] : [])
  const noindex = page.process.isExample || page.process.state === 'draft' || page.process.state === 'archived'
  const head = headOf(entered, page.text.title, { description: page.text.summary, noindex })
  return { head, page, voices, linkedData: processLinkedData(page, entered.origin, entered.lang) }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? [...pageMeta(data.head), { 'script:ld+json': data.linkedData }] : [])

export default function Process() {
  const { page, voices } = useLoaderData<typeof loader>()
  return <ProcessPage {...page} voices={voices} />
}
