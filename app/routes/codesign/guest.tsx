import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Outlet, useLoaderData } from '@remix-run/react'
import { enterGuest } from '#app/codesign/join/enter-guest.server.ts'
import { hashOf } from '#app/codesign/join/participant-session.server.ts'
import { hasTables } from '#app/codesign/tables/table.queries.server.ts'
import { guestTitle } from '#app/codesign/join/guest-title.ts'
import { GuestFrame } from '#app/codesign/join/ui/guest-frame.tsx'
import { GuestProblem } from '#app/codesign/join/ui/guest-problem.tsx'
import { Speech } from '#app/codesign/join/ui/speech.tsx'

export { links } from '#app/codesign/join/ui/guest-frame.tsx'

/** The participants' pages stand in a frame of their own, in ten languages (root.tsx leaves the site's away). */
export const handle = { ownFrame: true }

/** Nothing of these pages stays in a cache: the phone may be lent. */
export const headers = () => ({ 'Cache-Control': 'no-store' })

export async function loader(args: LoaderFunctionArgs) {
  const { db, here, lang, say, env, url } = await enterGuest(args)
  return data(
    {
      lang,
      path: url.pathname,
      tables: here?.meetingId ? await hasTables(db, here.meetingId) : false,
      // Tells the page's script whose unsent words are on the device; says nothing by itself.
      who: here ? hashOf(`device:${here.participant.id}`).slice(0, 16) : '',
      demonstration: !env.ORG_NAME,
      title: guestTitle(say, url),
    },
    here?.refreshCookie ? { headers: { 'Set-Cookie': here.refreshCookie } } : undefined,
  )
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.title ?? 'Casa Comune'} · Casa Comune` },
  { name: 'robots', content: 'noindex' },
]

export default function Guest() {
  const frame = useLoaderData<typeof loader>()
  return (
    <Speech lang={frame.lang}>
      <GuestFrame {...frame}>
        <Outlet />
      </GuestFrame>
    </Speech>
  )
}

export function ErrorBoundary() {
  return <GuestProblem />
}
