import type { DoneKind } from '#app/shared/http/done-notice.ts'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { Page } from '#app/shared/ui/page.tsx'
import { PostButton } from '#app/shared/ui/post-button.tsx'
import { TextLinks } from '#app/shared/ui/text-links.tsx'
import type { listEnrolled, Programme, SessionSummary } from '../training.queries.server.ts'
import { DoneNotice } from './done-notice.tsx'
import { MeetingTime } from './period.tsx'
import { type FormAnswer, ProgrammeForm, type Values } from './training-forms.tsx'

type Props = {
  programme: Programme
  sessions: readonly SessionSummary[]
  enrolled: Awaited<ReturnType<typeof listEnrolled>>
  langs: readonly string[]
  values: Values
  mayPublish: boolean
  done: DoneKind | undefined
  answer: FormAnswer
}

/** A programme for those who run it: texts, sessions, people, details. */
export function DeskProgramme({ programme, sessions, enrolled, langs, values, mayPublish, done, answer }: Props) {
  const { t, href } = useI18n()
  const trail = [
    { path: '/scrivania', label: t('shared.desk') },
    { path: '/scrivania/formazione', label: t('training.title') },
  ]
  return (
    <Page title={programme.title_it} titleLang="it" trail={trail}>
      <div className="stack">
        <DoneNotice done={done} />
        <div className="row-wrap">
          <a href={href(`/formazione/${programme.slug}`)}>{t('training.desk.view')}</a>
        </div>
        <h2>{t('training.desk.texts')}</h2>
        <TextLinks documentId={programme.document_id} langs={langs} label={t('training.write')} />
        {mayPublish && (
          <PostButton intent="publish" label={t(programme.published_at ? 'training.publishAgain' : 'training.publish')} primary />
        )}
        <h2>{t('training.desk.sessions')}</h2>
        <ol className="stack">
          {sessions.map((session) => (
            <li key={session.id}>
              <a href={href(`/scrivania/formazione/${programme.slug}/${session.slug}`)} lang="it">
                {session.title_it}
              </a>
              <br />
              <MeetingTime startsAt={session.startsAt} endsAt={session.endsAt} />
            </li>
          ))}
        </ol>
        <p>
          <a className="btn btn-outline-primary" href={href(`/scrivania/formazione/${programme.slug}/nuovo`)}>
            {t('training.desk.newSession')}
          </a>
        </p>
        <h2>{t('training.desk.people')}</h2>
        <p>{t('training.enrolled', { n: enrolled.length })}</p>
        <ul>
          {enrolled.map((person) => (
            <li key={person.id}>{[person.name, person.body, person.territory].filter(Boolean).join(', ')}</li>
          ))}
        </ul>
        <h2>{t('training.desk.edit')}</h2>
        <ProgrammeForm values={answer?.typed ?? values} answer={answer} />
      </div>
    </Page>
  )
}
