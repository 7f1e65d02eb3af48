import type { LoaderFunctionArgs } from '@remix-run/node'
import { listOpenPrompts } from '#app/codesign/answers/prompt.queries.server.ts'
import { stateFor } from '#app/codesign/answers/state-for.ts'
import { enterGuest } from '#app/codesign/join/enter-guest.server.ts'

/** GET /p/qui/stato: what a participant's open page asks now and then: are there new questions, has the code ended. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, here, say } = await enterGuest(args)
  const headers = { 'Cache-Control': 'no-store' }
  if (!here) return Response.json({ state: 'out', ended: say('enter.lost') }, { headers })
  if (!here.ended) return Response.json({ state: stateFor(here, await listOpenPrompts(db, here)) }, { headers })
  const words = `${say(`end.${here.ended}`)}. ${say(`end.${here.ended}.what`)}`
  return Response.json({ state: stateFor(here, []), ended: words }, { headers })
}
