import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { mailNotice, refusedField, refusedForm } from '#app/people/answer.server.ts'
import { registerSchema } from '#app/people/person.schema.ts'
import { registerPerson } from '#app/people/register-person.server.ts'
import { RegisterForm } from '#app/people/ui/register-form.tsx'
import { enter } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { readForm } from '#app/shared/http/read-form.server.ts'
import { pageMeta } from '#app/shared/ui/meta.ts'

export function loader(args: LoaderFunctionArgs) {
  const entered = enter(args)
  if (entered.actor.kind === 'person') throw redirect(`/${entered.lang}/scrivania`)
  return { head: headOf(entered, entered.t('people.register.title')) }
}

export async function action(args: ActionFunctionArgs) {
  const entered = enter(args)
  const { db, ip, lang, t, appUrl } = entered
  const form = await readForm(args.request, registerSchema)
  if (!form.ok) return data(refusedForm(t, form), 422)
  const outcome = await registerPerson(db, form.value, { ip, lang, appUrl })
  if (!outcome.ok) return data(refusedField('', t('people.error.tooMany', { minutes: outcome.minutes })), 429)
  return { mail: mailNotice(entered, outcome.path) }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page ? pageMeta(page.head) : [])

export default function Register() {
  return <RegisterForm answer={useActionData<typeof action>()} />
}
