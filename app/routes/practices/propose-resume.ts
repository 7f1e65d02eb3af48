import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { resume } from '#app/practices/proposals/post-proposal.server.ts'
import { enter } from '#app/shared/http/enter.server.ts'

/** /buone-pratiche/proponi/riprendi?codice=…, the link of a mail: this browser goes on with that proposal. Writes nothing. */
export async function loader(args: LoaderFunctionArgs) {
  const entered = enter(args)
  const home = `/${entered.lang}/buone-pratiche/proponi`
  const code = entered.url.searchParams.get('codice')
  const posted = code === null ? undefined : await resume(entered, code)
  const cookie = posted && 'to' in posted ? posted.cookie : undefined
  return redirect(home, { status: 303, headers: cookie ? { 'Set-Cookie': cookie } : {} })
}
