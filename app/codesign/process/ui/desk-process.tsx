import { Alert } from '#app/shared/ui/alert.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { Page } from '#app/shared/ui/page.tsx'
import { PostButton } from '#app/shared/ui/post-button.tsx'
import { TextLinks } from '#app/shared/ui/text-links.tsx'
import { participantLanguageNames, participantLanguages, type ParticipantLang } from '../../participant-languages.ts'
import { DeskLedger, type LedgerLine } from '../../ledger/ui/desk-ledger.tsx'
import type { ProcessRefusal } from '../change-process.server.ts'
import type { DeskProcessData } from '../desk-page.queries.server.ts'
import { ProcessBadges } from './badges.tsx'
import { DeskChanges } from './desk-changes.tsx'
import { DeskMeetings } from './desk-meetings.tsx'
import { DeskPeople } from './desk-people.tsx'
import { DeskPhases } from './desk-phases.tsx'
import { DeskPrompts } from './desk-prompts.tsx'
import { FactsForm, TextForm } from './desk-forms.tsx'

type Props = {
  data: DeskProcessData
  ledger: readonly LedgerLine[]
  words: ParticipantLang
  saved: boolean
  refused: ProcessRefusal | undefined
}

/** A process for those who run it. Words are written in one language at a time; the rest holds for all of them. */
export function DeskProcess({ data, ledger, words, saved, refused }: Props) {
  const { t, lang, href } = useI18n()
  const { process, texts, mayPublish } = data
  const title = texts.find((text) => text.lang === lang) ?? texts[0]
  const part = { data, words, refused }
  return (
    <Page
      title={title?.title ?? process.slug}
      titleLang={title && title.lang !== lang ? title.lang : undefined}
      trail={[
        { path: '/scrivania', label: t('shared.desk') },
        { path: '/scrivania/percorsi', label: t('codesign.desk.title') },
      ]}
    >
      <div className="stack">
        {saved && <Alert kind="success">{t('codesign.desk.saved')}</Alert>}
        {refused && <Alert kind="danger">{Object.values(refused.errors).join(' ')}</Alert>}
        <div className="row-wrap">
          <ProcessBadges state={process.state} isExample={process.isExample} />
          <a href={href(`/partecipa/${process.slug}`)}>{t('codesign.desk.view')}</a>
        </div>
        {!process.mayRun && <p className="notice">{t('codesign.desk.followOnly')}</p>}
        <DeskMeetings {...part} />
        {process.mayRun && (
          <>
            <section>
              <h2>{t('codesign.desk.text')}</h2>
              <TextLinks
                documentId={process.documentId}
                langs={data.process.isExample ? ['it', 'en'] : ['it']}
                label={t('codesign.desk.write')}
              />
            </section>
            <DeskLedger lines={ledger} />
            {mayPublish && <StateButtons state={process.state} />}
            <WordsIn here={`/scrivania/percorsi/${process.slug}`} words={words} />
            <section>
              <h2>{t('codesign.desk.words')}</h2>
              <TextForm {...part} />
            </section>
            <DeskPrompts {...part} />
            <DeskPhases {...part} />
            <DeskChanges {...part} />
            <section>
              <h2>{t('codesign.desk.facts')}</h2>
              <FactsForm {...part} />
            </section>
            <DeskPeople {...part} />
          </>
        )}
      </div>
    </Page>
  )
}

function StateButtons({ state }: Pick<DeskProcessData['process'], 'state'>) {
  const { t } = useI18n()
  return (
    <div className="row-wrap">
      {state !== 'archived' && (
        <PostButton intent="publish" label={t(state === 'open' ? 'codesign.desk.publishText' : 'codesign.desk.publish')} primary />
      )}
      {state === 'open' && <PostButton intent="close" label={t('codesign.desk.close')} />}
      {state === 'closed' && <PostButton intent="archive" label={t('codesign.desk.archive')} />}
    </div>
  )
}

/** Which of the ten languages the forms below are about. */
function WordsIn({ here, words }: { here: string; words: ParticipantLang }) {
  const { t, href } = useI18n()
  return (
    <nav aria-label={t('codesign.desk.wordsIn')}>
      <ul className="plain row-wrap">
        {participantLanguages.map((code) => (
          <li key={code}>
            <a className="chip-link" href={href(`${here}?lingua=${code}`)} lang={code} aria-current={code === words ? 'true' : undefined}>
              {participantLanguageNames[code]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
