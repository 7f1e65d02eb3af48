import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listKeptMail, MAILS_PER_PAGE } from '#app/people/kept-mail.queries.server.ts'
import { pageSchema } from '#app/people/person.schema.ts'
import { AdminPage } from '#app/people/ui/admin-page.tsx'
import { MailTable } from '#app/people/ui/mail-table.tsx'
import { enterSignedIn } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { pageMeta } from '#app/shared/ui/meta.ts'
import { Pager } from '#app/shared/ui/pager.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const entered = enterSignedIn(args, 'admin')
  const { db, actor, t, url, env } = entered
  const page = pageSchema.parse(url.searchParams.get('page'))
  const { total, mails } = await listKeptMail(db, actor, page)
  return {
    head: headOf(entered, t('people.admin.place.posta'), { noindex: true }),
    page,
    pages: Math.ceil(total / MAILS_PER_PAGE),
    total,
    mails,
    kept: !env.SMTP_URL,
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page ? pageMeta(page.head) : [])

export default function Mails() {
  const { t } = useI18n()
  const { page, pages, total, mails, kept } = useLoaderData<typeof loader>()
  return (
    <AdminPage title={t('people.admin.place.posta')}>
      <p className="measure">{kept ? t('people.mails.noServer') : t('people.mails.server')}</p>
      <p role="status">{t('people.mails.found', { n: total })}</p>
      {mails.length > 0 && <MailTable mails={mails} />}
      <Pager page={page} pages={pages} hrefOf={(n) => `?page=${n}`} />
    </AdminPage>
  )
}
