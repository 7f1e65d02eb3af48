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
  /** Where the list goes on; undefined at its end. */
  older: string | undefined
  named: boolean
  compared: Compared | undefined
  done: 'restored' | 'same' | 'named' | 'kept' | undefined
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
      {done && <Alert kind={done === 'same' ? 'info' : 'success'}>{t(`documents.versions.done.${done}`)}</Alert>}
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
        <EditionDiff blocks={blocks} lang={textLang} />
      </div>
    </section>
  )
}

function VersionList({ path, versions, older, named, compared }: VersionsProps) {
  const { t, date } = useI18n()
  return (
    <section className="stack" aria-labelledby="all-versions">
      <h2 id="all-versions">{t('documents.versions.list')}</h2>
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
            <li key={version.id}>
              <a href={`${path}?versione=${version.id}`} aria-current={version.id === compared?.id || undefined}>
                {version.name && <strong dir="auto">{version.name}, </strong>}
                <time dateTime={new Date(version.createdAt).toISOString()}>{date(version.createdAt, when)}</time>
              </a>
              <div className="muted small">
                {t(`documents.versions.reason.${version.reason}`)} · {t('documents.versions.characters', { n: version.characters })}
                {version.contributors.length > 0 && <> · {t('documents.versions.by', { names: version.contributors.join(', ') })}</>}
              </div>
            </li>
          ))}
        </ol>
      )}
      {older && <a href={`${path}?${named ? 'nomi=1&' : ''}prima=${encodeURIComponent(older)}`}>{t('documents.versions.older')}</a>}
    </section>
  )
}
