import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readDeskHome } from '#app/desk/desk-home.queries.server.ts'
import { DeskHome } from '#app/desk/ui/desk-home.tsx'
import { enterSignedIn } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { pageMeta } from '#app/shared/ui/meta.ts'
import { Page } from '#app/shared/ui/page.tsx'

/** "La mia scrivania": what waits, my texts, recent writing. */
export async function loader(args: LoaderFunctionArgs) {
  const entered = enterSignedIn(args)
  const { db, actor, t } = entered
  return {
    head: headOf(entered, t('shared.desk'), { noindex: true }),
    name: actor.name,
    personId: actor.id,
    home: await readDeskHome(db, actor),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page ? pageMeta(page.head) : [])

export default function Desk() {
  const { t } = useI18n()
  const { name, personId, home } = useLoaderData<typeof loader>()
  return (
    <Page title={t('shared.desk')} lead={t('desk.hello', { name })}>
      <DeskHome {...home} personId={personId} />
    </Page>
  )
}
