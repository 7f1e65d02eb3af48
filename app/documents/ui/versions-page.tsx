import { Alert } from '#app/shared/ui/alert.tsx'
import { EmptyState } from '#app/shared/ui/empty-state.tsx'
import { Field } from '#app/shared/ui/field.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { PostButton } from '#app/shared/ui/post-button.tsx'
import type { DiffBlock } from '../reading/diff-texts.ts'
import type { VersionReason } from '../versions/version.ts'
import { EditionDiff } from './edition-diff.tsx'

type Entry = {
  id: string
  name: string | null
  reason: VersionReason
  createdAt: string | Date
  contributors: string[]
  characters: number
}
type Compared = { id: string; createdAt: string | Date; name: string | null; blocks: DiffBlock[] }

export type VersionsProps = {
  /** This page, without a query. */
  path: string
  editorUrl: string
  textLang: string
  versions: Entry[]
  /** Days that have versions, newest first, and the one shown. */
  days: { day: string; versions: number }[]
  day: string | undefined
  named: boolean
  compared: Compared | undefined
  done: 'restored' | 'same' | 'named' | 'kept' | 'unchanged' | undefined
  nameTooLong?: boolean
}

const when = { dateStyle: 'long', timeStyle: 'short' } as const

/** The history of a text: by time and by name, compared with the present in words, restored with one button. */
export function VersionsPage(props: VersionsProps) {
  const { t } = useI18n()
  const { path, editorUrl, compared, done, nameTooLong } = props
  const error = nameTooLong ? t('documents.versions.longName') : undefined
  return (
    <div className="stack">
      {done && <Alert kind={done === 'same' || done === 'unchanged' ? 'info' : 'success'}>{t(`documents.versions.done.${done}`)}</Alert>}
      {error && <Alert kind="danger">{error}</Alert>}
      <p>
        <a href={editorUrl}>{t('documents.versions.edit')}</a>
      </p>
      {compared && <Comparison compared={compared} textLang={props.textLang} />}
      <VersionList {...props} />
      <form method="post" action={path} className="stack">
        <Field name="name" id="f-keep" label={t('documents.versions.name')} hint={t('documents.versions.nameHint')} maxLength={120} />
        <button type="submit" name="intent" value="keep" className="btn btn-outline-primary">
          {t('documents.versions.keep')}
        </button>
      </form>
    </div>
  )
}

function Comparison({ compared, textLang }: { compared: Compared; textLang: string }) {
  const { t, date } = useI18n()
  const { id, name, createdAt, blocks } = compared
  return (
    <section className="stack" aria-labelledby="compared">
      <h2 id="compared">{name ?? date(createdAt, when)}</h2>
      <PostButton intent="restore" label={t('documents.versions.restore')} fields={{ version: id }} primary />
      <p className="muted small">{t('documents.versions.restoreHow')}</p>
      <form method="post" className="stack">
        <input type="hidden" name="version" value={id} />
        <Field
          name="name"
          label={t('documents.versions.name')}
          hint={t('documents.versions.nameHint')}
          defaultValue={name ?? ''}
          maxLength={120}
        />
        <button type="submit" name="intent" value="name" className="btn btn-outline-primary btn-sm">
          {t('documents.versions.saveName')}
        </button>
      </form>
      <h3>{t('documents.versions.compare')}</h3>
      <p className="muted small">{t('documents.versions.compareLegend')}</p>
      <div className="reading">
        <EditionDiff blocks={blocks} lang={textLang} headingOffset={2} />
      </div>
    </section>
  )
}

/** One day at a time, every day one click away, and from there every version restored by one more. */
function VersionList({ path, versions, days, day, named, compared }: VersionsProps) {
  const { t, date } = useI18n()
  return (
    <section className="stack" aria-labelledby="all-versions">
      <h2 id="all-versions">
        {named || !day ? t('documents.versions.list') : t('documents.versions.ofDay', { day: date(day, { dateStyle: 'full' }) })}
      </h2>
      <p className="row-wrap">
        {named ? <a href={path}>{t('documents.versions.all')}</a> : <a href={`${path}?nomi=1`}>{t('documents.versions.named')}</a>}
      </p>
      {versions.length === 0 ? (
        <EmptyState title={t('documents.versions.none')}>
          <p>{t('documents.versions.noneWhy')}</p>
        </EmptyState>
      ) : (
        <ol className="plain stack">
          {versions.map((version) => (
            <VersionRow key={version.id} version={version} path={path} day={day} isOpen={version.id === compared?.id} />
          ))}
        </ol>
      )}
      {!named && days.length > 1 && <Days path={path} days={days} day={day} />}
    </section>
  )
}

type RowProps = { version: Entry; path: string; day: string | undefined; isOpen: boolean }

function VersionRow({ version, path, day, isOpen }: RowProps) {
  const { t, date } = useI18n()
  const moment = date(version.createdAt, when)
  return (
    <li className="version-row">
      <div>
        <a href={`${path}?${day ? `giorno=${day}&` : ''}versione=${version.id}`} aria-current={isOpen || undefined}>
          {version.name && <strong dir="auto">{version.name}, </strong>}
          <time dateTime={new Date(version.createdAt).toISOString()}>{moment}</time>
        </a>
        <div className="muted small">
          {t(`documents.versions.reason.${version.reason}`)} · {t('documents.versions.characters', { n: version.characters })}
          {version.contributors.length > 0 && <> · {t('documents.versions.by', { names: version.contributors.join(', ') })}</>}
        </div>
      </div>
      <PostButton intent="restore" label={t('documents.versions.restoreThis')} about={moment} fields={{ version: version.id }} />
    </li>
  )
}

function Days({ path, days, day }: Pick<VersionsProps, 'path' | 'days' | 'day'>) {
  const { t, date } = useI18n()
  return (
    <nav aria-labelledby="version-days" className="stack">
      <h3 id="version-days">{t('documents.versions.days')}</h3>
      <ul className="plain row-wrap version-days">
        {days.map((one) => (
          <li key={one.day}>
            <a className="tag" href={`${path}?giorno=${one.day}`} aria-current={one.day === day ? 'true' : undefined}>
              {date(one.day, { day: 'numeric', month: 'long' })} <span className="muted">({one.versions})</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
