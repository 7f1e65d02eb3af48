import { EmptyState } from '#app/shared/ui/empty-state.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { isLang, languageNames, languages } from '#app/shared/languages.ts'

type Dated = string | Date
type DeskHomeProps = {
  personId: string
  tasks: {
    what: 'submitted' | 'in-review' | 'accepted' | 'to-reconfirm' | 'changes-requested' | 'draft'
    title: string
    path: string
    since: Dated
  }[]
  documents: {
    name: string
    lang: string
    title: string
    kind: 'practice' | 'take-away' | 'session' | 'programme' | 'chapter' | 'page' | 'process' | 'table'
    updatedAt: Dated
  }[]
  activity: { name: string; title: string; lang: string; who: string; at: Dated }[]
}

const nameOf = (lang: string) => (isLang(lang) ? languageNames[lang] : lang)

/** First page of the desk: what waits, the texts one may write, who wrote in them lately. */
export function DeskHome({ personId, tasks, documents, activity }: DeskHomeProps) {
  return (
    <div className="stack">
      <WordsSetAside personId={personId} />
      <Tasks tasks={tasks} />
      <Documents documents={documents} />
      <RecentActivity activity={activity} />
    </div>
  )
}

/** Words the server did not take, kept by this browser: enhance.ts fills the list and shows it when there are any. */
function WordsSetAside({ personId }: { personId: string }) {
  const { t, href } = useI18n()
  return (
    <section
      className="notice notice-warn"
      aria-labelledby="desk-set-aside"
      data-recovered-of={personId}
      data-texts={href('/scrivania/testi')}
      hidden
    >
      <h2 id="desk-set-aside">{t('desk.setAside.title')}</h2>
      <p>{t('desk.setAside.what')}</p>
      <ul className="plain desk-list" />
      <template>
        <li>
          <a data-part="text" href={href('/scrivania')} dir="auto">
            {t('desk.setAside.show')}
          </a>
          <span className="muted small" data-part="when" />
          <details>
            <summary>{t('desk.setAside.show')}</summary>
            <pre className="words-set-aside" data-part="words" dir="auto" />
          </details>
          <span className="row-wrap">
            <button type="button" className="btn btn-sm btn-primary" data-part="download">
              {t('desk.setAside.download')}
            </button>
            <button type="button" className="btn btn-sm btn-outline-primary" data-part="drop">
              {t('desk.setAside.drop')}
            </button>
          </span>
        </li>
      </template>
    </section>
  )
}

function Tasks({ tasks }: Pick<DeskHomeProps, 'tasks'>) {
  const { t, href, date } = useI18n()
  return (
    <section aria-labelledby="desk-tasks">
      <h2 id="desk-tasks">{t('desk.tasks.title')}</h2>
      {tasks.length === 0 ? (
        <p className="muted">{t('desk.tasks.none')}</p>
      ) : (
        <ul className="plain desk-list">
          {tasks.map((task) => (
            <li key={task.path}>
              <strong>{t(`desk.tasks.${task.what}`)}</strong>{' '}
              <a href={href(task.path)} lang="it">
                {task.title}
              </a>{' '}
              <span className="muted small">{t('desk.since', { date: date(task.since) })}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Documents({ documents }: Pick<DeskHomeProps, 'documents'>) {
  const { t, href } = useI18n()
  if (documents.length === 0)
    return (
      <EmptyState title={t('desk.documents.none')}>
        <p>{t('desk.documents.noneHow')}</p>
        <div className="row-wrap">
          <a className="btn btn-primary" href={href('/buone-pratiche/proponi')}>
            {t('desk.propose')}
          </a>
          <a href={href('/formazione')}>{t('desk.training')}</a>
        </div>
      </EmptyState>
    )
  return (
    <section aria-labelledby="desk-documents">
      <h2 id="desk-documents">{t('desk.documents.title')}</h2>
      <ul className="plain desk-list">
        {[...Map.groupBy(documents, ({ name }) => name.split('.')[0]).entries()].map(([id, texts]) => (
          <li key={id}>
            <Texts texts={texts} />
          </li>
        ))}
      </ul>
      <p>
        <a className="btn btn-outline-primary" href={href('/buone-pratiche/proponi')}>
          {t('desk.propose')}
        </a>
      </p>
    </section>
  )
}

/** Languages stand in the same order on every line, whichever was written last. */
const inOrder = (a: { lang: string }, b: { lang: string }): number => place(a.lang) - place(b.lang) || a.lang.localeCompare(b.lang)
const place = (lang: string): number => (languages as readonly string[]).indexOf(lang) + 1 || languages.length + 1

/** One document: its texts in each language, when the last of them changed. */
function Texts({ texts }: { texts: DeskHomeProps['documents'] }) {
  const { t, href, date } = useI18n()
  const [newest] = texts
  if (!newest) return null
  return (
    <>
      <span dir="auto">{newest.title}</span>
      <span className="row-wrap">
        {texts.toSorted(inOrder).map((text) => (
          <a
            key={text.name}
            href={href(`/scrivania/testi/${text.name}`)}
            lang={text.lang}
            aria-label={`${newest.title}: ${nameOf(text.lang)}`}
          >
            {nameOf(text.lang)}
          </a>
        ))}
      </span>
      <span className="muted small">
        {t(`desk.kind.${newest.kind}`)} · {t('desk.documents.changed', { date: date(newest.updatedAt) })}
      </span>
    </>
  )
}

function RecentActivity({ activity }: Pick<DeskHomeProps, 'activity'>) {
  const { t, href, date } = useI18n()
  if (activity.length === 0) return null
  return (
    <section aria-labelledby="desk-activity">
      <h2 id="desk-activity">{t('desk.activity.title')}</h2>
      <ul className="plain desk-list">
        {activity.map((line) => (
          <li key={`${line.name}${line.who}`}>
            <bdi>{line.who}</bdi> {t('desk.activity.wroteIn')}{' '}
            <a href={href(`/scrivania/testi/${line.name}`)} dir="auto">
              {line.title}
            </a>{' '}
            <span className="muted small">
              {nameOf(line.lang)} · {date(line.at, { dateStyle: 'medium', timeStyle: 'short' })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
