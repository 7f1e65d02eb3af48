import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readScreenPage } from '#app/codesign/board/board-page.server.ts'
import screenStyles from '#app/codesign/board/ui/screen.scss?url'
import { Screen } from '#app/codesign/board/ui/screen.tsx'
import { enterSignedIn } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { pageMeta } from '#app/shared/ui/meta.ts'

export const handle = { hydrate: true }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: screenStyles }]

/** What the room sees: the code, the question, the answers as they land. */
export async function loader(args: LoaderFunctionArgs) {
  const entered = enterSignedIn(args)
  const { db, actor, lang, origin, params } = entered
  const screen = await readScreenPage(db, actor, { slug: params.process ?? '', meetingId: params.meeting ?? '', lang, origin })
  return { head: headOf(entered, `${entered.t('codesign.screen.title')}: ${screen.title}`, { noindex: true }), screen }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? pageMeta(data.head) : [])

export default function ScreenRoute() {
  return <Screen {...useLoaderData<typeof loader>().screen} />
}
