import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findKeptMail } from '#app/people/kept-mail.queries.server.ts'
import { idSchema } from '#app/people/person.schema.ts'
import { AdminPage } from '#app/people/ui/admin-page.tsx'
import { mailState } from '#app/people/ui/mail-table.tsx'
import { MailText } from '#app/people/ui/mail-text.tsx'
import { AppError } from '#app/shared/app-error.ts'
import { enterSignedIn } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { pageMeta } from '#app/shared/ui/meta.ts'

export async function loader(args: LoaderFunctionArgs) {
  const entered = enterSignedIn(args, 'admin')
  const id = idSchema.safeParse(entered.params.id)
  if (!id.success) throw new AppError('not-found')
  const mail = await findKeptMail(entered.db, entered.actor, id.data)
  return { head: headOf(entered, mail.subject, { noindex: true }), mail }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page ? pageMeta(page.head) : [])

export default function Mail() {
  const { t, date } = useI18n()
  const { mail } = useLoaderData<typeof loader>()
  return (
    <AdminPage title={mail.subject} below="posta">
      <dl className="facts">
        <dt>{t('people.mails.recipient')}</dt>
        <dd dir="ltr">{mail.recipient}</dd>
        <dt>{t('people.mails.written')}</dt>
        <dd>{date(mail.created_at, { dateStyle: 'long', timeStyle: 'short' })}</dd>
        <dt>{t('people.admin.state')}</dt>
        <dd>{t(`people.mails.state.${mailState(mail)}`)}</dd>
      </dl>
      {mail.last_error && (
        <p>
          <code dir="ltr">{mail.last_error}</code>
        </p>
      )}
      {mail.body_text ? <MailText text={mail.body_text} /> : <p>{t('people.mails.noText')}</p>}
    </AdminPage>
  )
}
