import { existsSync } from 'node:fs'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { refusedField, refusedForm } from '#app/people/answer.server.ts'
import { demoAccountsFile } from '#app/people/create-demo-accounts.server.ts'
import { signInSchema } from '#app/people/person.schema.ts'
import { startSession } from '#app/people/session.server.ts'
import { signIn } from '#app/people/sign-in.server.ts'
import { SignInForm } from '#app/people/ui/sign-in-form.tsx'
import { enter } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { localPath } from '#app/shared/http/local-path.ts'
import { readForm } from '#app/shared/http/read-form.server.ts'
import { pageMeta } from '#app/shared/ui/meta.ts'

const notices = ['registered', 'password', 'email', 'closed', 'out', 'cleared'] as const

export function loader(args: LoaderFunctionArgs) {
  const entered = enter(args)
  const { actor, lang, t, url, showMailLinks, env } = entered
  const next = localPath(url.searchParams.get('next'), `/${lang}/scrivania`)
  if (actor.kind === 'person') throw redirect(next)
  const file = demoAccountsFile(env.DATA_DIR)
  return {
    head: headOf(entered, t('people.signIn.title')),
    next,
    asked: url.searchParams.has('next'),
    notice: notices.find((known) => known === url.searchParams.get('notice')),
    demoFile: showMailLinks && existsSync(file) ? file : undefined,
  }
}

export async function action(args: ActionFunctionArgs) {
  const { db, ip, lang, t, secure, sessionHash } = enter(args)
  const form = await readForm(args.request, signInSchema)
  if (!form.ok) return data(refusedForm(t, form), 422)
  const outcome = await signIn(db, form.value, { ip })
  if (!outcome.ok) {
    const sentence =
      outcome.reason === 'too-many' ? t('people.error.tooMany', { minutes: outcome.minutes }) : t(`people.signIn.${outcome.reason}`)
    return data(refusedField('', sentence, { email: form.value.email }), outcome.reason === 'too-many' ? 429 : 422)
  }
  const userAgent = args.request.headers.get('User-Agent') ?? ''
  const cookie = await startSession(db, outcome.person, { userAgent, secure, replaces: sessionHash })
  return redirect(localPath(form.value.next, `/${lang}/scrivania`), { status: 303, headers: { 'Set-Cookie': cookie } })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page ? pageMeta(page.head) : [])

export default function SignIn() {
  return <SignInForm {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />
}
