import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { endSession } from '#app/people/session.server.ts'
import { enter } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { pageMeta } from '#app/shared/ui/meta.ts'
import { Page } from '#app/shared/ui/page.tsx'

export function loader(args: LoaderFunctionArgs) {
  const entered = enter(args)
  if (entered.actor.kind === 'visitor') throw redirect(`/${entered.lang}`)
  return { head: headOf(entered, entered.t('people.signOut.title'), { noindex: true }) }
}

export async function action(args: ActionFunctionArgs) {
  const { db, lang, secure, sessionHash } = enter(args)
  const cookie = await endSession(db, sessionHash, { secure })
  return redirect(`/${lang}/accedi?notice=out`, { status: 303, headers: { 'Set-Cookie': cookie } })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page ? pageMeta(page.head) : [])

export default function SignOut() {
  const { t } = useI18n()
  return (
    <Page title={t('people.signOut.title')} lead={t('people.signOut.lead')}>
      <form method="post">
        <button type="submit" className="btn btn-primary">
          {t('people.signOut.submit')}
        </button>
      </form>
    </Page>
  )
}
