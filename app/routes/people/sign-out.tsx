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
  const isClearing = (await args.request.formData()).get('intent') === 'clear'
  const headers = new Headers({ 'Set-Cookie': await endSession(db, sessionHash, { secure }) })
  // Browsers that do not know the header are cleared by the page they come to.
  if (isClearing) headers.set('Clear-Site-Data', '"cache", "storage"')
  return redirect(`/${lang}/accedi?notice=${isClearing ? 'cleared' : 'out'}`, { status: 303, headers })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page ? pageMeta(page.head) : [])

export default function SignOut() {
  const { t } = useI18n()
  return (
    <Page title={t('people.signOut.title')} lead={t('people.signOut.lead')}>
      <form method="post" className="stack measure">
        <div>
          <button type="submit" name="intent" value="out" className="btn btn-primary">
            {t('people.signOut.submit')}
          </button>
          <p className="hint">{t('people.signOut.keeps')}</p>
        </div>
        <div>
          <h2>{t('people.signOut.clearTitle')}</h2>
          <p>{t('people.signOut.clearHow')}</p>
          <p className="notice notice-warn" role="status" data-unsaved-warning hidden>
            {t('people.signOut.unsaved')}
          </p>
          <button type="submit" name="intent" value="clear" className="btn btn-outline-primary">
            {t('people.signOut.clear')}
          </button>
        </div>
      </form>
    </Page>
  )
}
