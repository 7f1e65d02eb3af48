import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readOwnTraining } from '#app/desk/own-training.queries.server.ts'
import { OwnTrainingPage } from '#app/desk/ui/own-training.tsx'
import { enterSignedIn } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { pageMeta } from '#app/shared/ui/meta.ts'
import { Page } from '#app/shared/ui/page.tsx'

/** "I miei incontri e contributi": the participant's half of the training programme. */
export async function loader(args: LoaderFunctionArgs) {
  const entered = enterSignedIn(args)
  const { db, actor, lang, t } = entered
  return { head: headOf(entered, t('desk.own.title'), { noindex: true }), own: await readOwnTraining(db, actor, lang) }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? pageMeta(data.head) : [])

export default function OwnTraining() {
  const { t } = useI18n()
  return (
    <Page title={t('desk.own.title')} lead={t('desk.own.lead')} trail={[{ path: '/scrivania', label: t('shared.desk') }]}>
      <OwnTrainingPage {...useLoaderData<typeof loader>().own} />
    </Page>
  )
}
