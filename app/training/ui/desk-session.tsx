import type { DoneKind } from '#app/shared/http/done-notice.ts'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { Page } from '#app/shared/ui/page.tsx'
import { PostButton } from '#app/shared/ui/post-button.tsx'
import { TextLinks } from '#app/shared/ui/text-links.tsx'
import type { SessionRefusal } from '../change-session.server.ts'
import type { Session, TakeAwaySummary } from '../training.queries.server.ts'
import { DoneNotice } from './done-notice.tsx'
import { TakeAwayDesk } from './take-away-desk.tsx'
import { SessionForm, type Values } from './training-forms.tsx'

type Props = {
  programme: { slug: string; title_it: string }
  session: Session
  takeAways: readonly TakeAwaySummary[]
  values: Values
  mayPublish: boolean
  done: DoneKind | undefined
  answer: SessionRefusal | undefined
}

/** A session for those who run it: its text, its take-aways, its details. */
export function DeskSession({ programme, session, takeAways, values, mayPublish, done, answer }: Props) {
  const { t, href } = useI18n()
  const path = `/scrivania/formazione/${programme.slug}/${session.slug}`
  const trail = [
    { path: '/scrivania', label: t('shared.desk') },
    { path: '/scrivania/formazione', label: t('training.title') },
    { path: `/scrivania/formazione/${programme.slug}`, label: programme.title_it },
  ]
  const refused = answer?.refused
  return (
    <Page title={session.title_it} titleLang="it" trail={trail}>
      <div className="stack">
        <DoneNotice done={done} />
        <p>
          <a href={href(`/formazione/${programme.slug}/${session.slug}`)}>{t('training.desk.view')}</a>
        </p>
        <h2>{t('training.desk.texts')}</h2>
        <TextLinks documentId={session.document_id} langs={['it', 'en']} label={t('training.write')} />
        <p>
          <a href={href(`/scrivania/testi/${session.document_id}.it/allegati`)}>{t('documents.attachments.manage')}</a>
        </p>
        {mayPublish && <PostButton intent="publish-session" label={t('training.publishAgain')} primary />}
        <TakeAwayDesk takeAways={takeAways} path={path} mayPublish={mayPublish} answer={refused === 'take-away' ? answer : undefined} />
        <h2>{t('training.desk.edit')}</h2>
        <SessionForm
          values={refused === 'session' ? (answer?.typed ?? values) : values}
          answer={refused === 'session' ? answer : undefined}
        />
      </div>
    </Page>
  )
}
