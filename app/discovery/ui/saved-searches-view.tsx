import { Alert } from '#app/shared/ui/alert.tsx'
import { EmptyState } from '#app/shared/ui/empty-state.tsx'
import { ErrorSummary, Field, Select } from '#app/shared/ui/field.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { Page } from '#app/shared/ui/page.tsx'
import { PostButton } from '#app/shared/ui/post-button.tsx'
import { frequencies, type SavedNotice } from '../saved-search.ts'
import type { SavedSearchLine } from '../saved-search.queries.server.ts'
import type { SavedSearchError } from '../saved-search.schema.ts'
import { SaveForm } from './save-search.tsx'

export type SavedRefusal = { error: SavedSearchError; typed: Record<string, string> }
type Props = { searches: SavedSearchLine[]; notice: SavedNotice | undefined; refused: SavedRefusal | undefined }

/** The desk's page of saved searches: see, rename, pause, delete, follow as a feed. */
export function SavedSearchesView({ searches, notice, refused }: Props) {
  const { t, href } = useI18n()
  const error = refused && t(`discovery.saved.error.${refused.error}`)
  const field = refused?.typed.id ? `name-${refused.typed.id}` : 'name'
  return (
    <Page title={t('discovery.saved.title')} lead={t('discovery.saved.lead')} trail={[{ path: '/scrivania', label: t('shared.desk') }]}>
      {notice && !refused && <Alert kind={notice.includes('-') ? 'warning' : 'success'}>{t(`discovery.saved.notice.${notice}`)}</Alert>}
      <ErrorSummary errors={error ? { [field]: error } : undefined} />
      {refused?.typed.intent === 'save' && (
        <SaveForm name={refused.typed.name ?? ''} query={refused.typed.query ?? ''} frequency={refused.typed.frequency} error={error} />
      )}
      {searches.length === 0 ? (
        <EmptyState title={t('discovery.saved.none')}>
          <p>{t('discovery.saved.noneHow')}</p>
          <a className="btn btn-primary" href={href('/cerca')}>
            {t('discovery.title')}
          </a>
        </EmptyState>
      ) : (
        <ul className="plain saved-searches">
          {searches.map((search) => (
            <li key={search.id}>
              <SavedSearch search={search} typed={refused?.typed.id === search.id ? refused.typed : undefined} error={error} />
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}

function SavedSearch({ search, typed, error }: { search: SavedSearchLine; typed: Record<string, string> | undefined; error?: string }) {
  const { t, href, date } = useI18n()
  return (
    <article>
      <h2 className="h4" dir="auto">
        <a href={href('/cerca') + search.query}>{search.name}</a>
      </h2>
      <p className="mb-0">
        {search.words.map((words, index) => (
          <span key={words}>
            {index > 0 && ' · '}
            <bdi>{words}</bdi>
          </span>
        ))}
      </p>
      <p className="muted small">
        {search.paused ? t('discovery.saved.paused') : t(`discovery.frequency.${search.frequency}`)} ·{' '}
        {t('discovery.saved.since', { date: date(search.createdAt) })}
      </p>
      {search.lost && <Alert kind="warning">{t('discovery.saved.lost')}</Alert>}
      <div className="row-wrap">
        <a href={href('/cerca/feed.atom') + search.query} type="application/atom+xml">
          {t('discovery.save.feed')} <span className="visually-hidden">{search.name}</span>
        </a>
        {search.frequency !== 'feed' && (
          <PostButton
            intent={search.paused ? 'resume' : 'pause'}
            label={t(search.paused ? 'discovery.saved.resume' : 'discovery.saved.pause')}
            about={search.name}
            fields={{ id: search.id }}
          />
        )}
        <PostButton intent="delete" label={t('discovery.saved.delete')} about={search.name} fields={{ id: search.id }} />
      </div>
      <details className="term" open={typed !== undefined || undefined}>
        <summary>
          {t('discovery.saved.change')} <span className="visually-hidden">{search.name}</span>
        </summary>
        <form method="post">
          <input type="hidden" name="id" value={search.id} />
          <Field
            id={`f-name-${search.id}`}
            name="name"
            label={t('discovery.saved.name')}
            required
            maxLength={120}
            defaultValue={typed?.name ?? search.name}
            error={typed && error}
          />
          <Select
            id={`f-frequency-${search.id}`}
            name="frequency"
            label={t('discovery.saved.frequency')}
            options={frequencies.map((value) => ({ value, label: t(`discovery.frequency.${value}`) }))}
            defaultValue={typed?.frequency ?? search.frequency}
          />
          <button type="submit" name="intent" value="change" className="btn btn-primary">
            {t('discovery.saved.submit')}
          </button>
        </form>
      </details>
    </article>
  )
}
