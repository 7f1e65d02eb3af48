import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { creditsIn } from '#app/codesign/ledger/ledger.queries.server.ts'
import { practiceDetailPage } from '#app/practices/detail-page.server.ts'
import { jsonLd } from '#app/practices/json-ld.ts'
import { findPractice } from '#app/practices/practice.queries.server.ts'
import { pathOf } from '#app/practices/practice.ts'
import { PracticeView } from '#app/practices/ui/practice-view.tsx'
import { AppError } from '#app/shared/app-error.ts'
import { enter } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { pageMeta } from '#app/shared/ui/meta.ts'

/** /buone-pratiche/:slug, /patti/:slug, /progetti/:slug; old slugs and the wrong folder lead to the right address for good. */
export async function loader(args: LoaderFunctionArgs) {
  const entered = enter(args)
  const { db, actor, lang, params, url, origin } = entered
  const folder = url.pathname.slice(`/${lang}`.length, url.pathname.lastIndexOf('/'))
  const found = await findPractice(db, actor, params.slug ?? '')
  if (!found) throw new AppError('not-found')
  if ('moved' in found) throw redirect(`/${lang}${folder}/${found.moved}`, 301)
  const path = `/${lang}${pathOf(found.sheet)}`
  if (path !== url.pathname) throw redirect(path, 301)
  const practice = await practiceDetailPage(entered, found.sheet)
  const address = origin + path
  const head = headOf(entered, practice.title.text, {
    description: practice.summary,
    noindex: practice.preview,
    updatedOn: practice.updatedAt,
  })
  const voices = await creditsIn(db, [practice.text.content])
  return { practice, voices, address, head, structured: practice.preview ? null : jsonLd(practice, address) }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return []
  return [...pageMeta(data.head), ...(data.structured ? [{ 'script:ld+json': data.structured }] : [])]
}

export default function Practice() {
  const { practice, voices, address } = useLoaderData<typeof loader>()
  return <PracticeView practice={practice} voices={voices} address={address} />
}
