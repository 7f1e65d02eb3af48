import type { LoaderFunctionArgs } from '@remix-run/node'
import { changeEvents } from '#app/codesign/changes/change-events.server.ts'
import { watchersOf } from '#app/codesign/changes/watch-changes.server.ts'
import { enterGuest } from '#app/codesign/join/enter-guest.server.ts'

/** Open pages of one participant that are told at once; others ask now and then. */
const PAGES = 8

/**
 * GET /p/qui/avvisi: tells a participant's open page that what they may do has changed (server-sent events), so that a
 * closed code ends the page within two seconds. Who is nobody, or has many pages open, gets 204: the page asks instead.
 */
export async function loader(args: LoaderFunctionArgs) {
  const { here } = await enterGuest(args)
  if (!here || watchersOf(here.participant.id) >= PAGES) return new Response(null, { status: 204 })
  return changeEvents({ about: here.participant.id, signal: args.request.signal })
}
