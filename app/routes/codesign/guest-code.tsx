import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { enterGuest } from '#app/codesign/join/enter-guest.server.ts'
import { readJoinCode } from '#app/codesign/join/join-code.ts'
import { CodePage } from '#app/codesign/join/ui/code-page.tsx'

/** GET /p: where a code is typed. `?codice=` is the form's; a good one leads to its page. */
export async function loader(args: LoaderFunctionArgs) {
  const { url, here, chosen } = await enterGuest(args)
  const typed = url.searchParams.get('codice')
  const read = typed === null ? undefined : readJoinCode(typed)
  if (read?.ok) throw redirect(`/p/${read.code}${chosen ? `?l=${chosen}` : ''}`, 303)
  return {
    typed: (typed ?? '').slice(0, 40),
    problem: read?.problem,
    lost: url.searchParams.has('perso'),
    name: here?.participant.name,
    chosen,
  }
}

export default function Code() {
  return <CodePage {...useLoaderData<typeof loader>()} />
}
