import type { LoaderFunctionArgs } from '@remix-run/node'
import { listOpenPrompts } from '#app/codesign/answers/prompt.queries.server.ts'
import { stateFor } from '#app/codesign/answers/state-for.ts'
import { enterGuest } from '#app/codesign/join/enter-guest.server.ts'
import { findSeat } from '#app/codesign/tables/table.queries.server.ts'
import { accessTo } from '#app/desk/document-access.server.ts'
import { allows, liveName } from '#app/documents/access.ts'

/**
 * GET /p/qui/stato: what a participant's open page asks now and then: are there new questions, has the code ended; with
 * `?tavolo=1` also whether they may write at their table.
 */
export async function loader(args: LoaderFunctionArgs) {
  const { db, here, say, url } = await enterGuest(args)
  const headers = { 'Cache-Control': 'no-store' }
  if (!here) return Response.json({ state: 'out', ended: say('enter.lost') }, { headers })
  if (here.ended) {
    const words = `${say(`end.${here.ended}`)}. ${say(`end.${here.ended}.what`)}`
    return Response.json({ state: stateFor(here, []), ended: words }, { headers })
  }
  const state = stateFor(here, await listOpenPrompts(db, here))
  const seat = url.searchParams.has('tavolo') ? await findSeat(db, here.participant.id) : undefined
  const writes = seat && allows(await accessTo(db, here.participant, liveName(seat)), 'write')
  return Response.json({ state, writes }, { headers })
}
