import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { siteFactsOf } from '#app/about/site-facts.ts'
import { privacyText } from '#app/about/texts/privacy.ts'
import { TextPage } from '#app/about/ui/text-page.tsx'
import { enter } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { pageMeta } from '#app/shared/ui/meta.ts'

export function loader(args: LoaderFunctionArgs) {
  const entered = enter(args)
  const { lead: description } = privacyText.byLanguage[entered.lang]
  return {
    facts: siteFactsOf(entered.env),
    head: headOf(entered, entered.t('about.page.privacy'), { description, updatedOn: privacyText.updatedOn }),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? pageMeta(data.head) : [])

export default function Privacy() {
  const { facts, head } = useLoaderData<typeof loader>()
  return <TextPage title={head.title} text={privacyText} facts={facts} />
}
