import { Alert } from '#app/shared/ui/alert.tsx'
import { EmptyState } from '#app/shared/ui/empty-state.tsx'
import { ErrorSummary, TextArea } from '#app/shared/ui/field.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { EraseForm } from './erase-form.tsx'
import { type Answer, errorsOf } from './erasure-answer.ts'
import { type ErasureNote, ErasureNotes } from './erasure-notes.tsx'

type Props = { done: number; notes: ErasureNote[]; answer: Answer | undefined }

/** Words are looked for, shown where they stand, and erased for good with a reason; below, what was erased before. */
export function ErasurePage({ done, notes, answer }: Props) {
  const { t } = useI18n()
  const errors = errorsOf(answer, t)
  const found = answer?.found
  const isNowhere = found && found.texts.length + found.files.length + found.fields.length === 0
  return (
    <div className="stack">
      {done > 0 && !answer && <Alert kind="success">{t('desk.erase.done', { n: done })}</Alert>}
      <ErrorSummary errors={errors} />
      <form method="post" className="stack measure" aria-label={t('desk.erase.find')}>
        <TextArea
          name="passages"
          label={t('desk.erase.passages')}
          hint={t('desk.erase.passagesHint')}
          rows={3}
          required
          defaultValue={answer?.typed.passages ?? ''}
          error={errors.passages}
        />
        <div>
          <button type="submit" name="intent" value="find" className="btn btn-primary">
            {t('desk.erase.find')}
          </button>
        </div>
      </form>
      {isNowhere && (
        <EmptyState title={t('desk.erase.nowhere')}>
          <p>{t('desk.erase.nowhereHow')}</p>
        </EmptyState>
      )}
      {found && found.texts.length + found.files.length > 0 && answer && <EraseForm found={found} answer={answer} errors={errors} />}
      {found && found.fields.length > 0 && (
        <section aria-labelledby="erase-fields">
          <h2 id="erase-fields">{t('desk.erase.fields')}</h2>
          <p>{t('desk.erase.fieldsHow')}</p>
          <ul>
            {found.fields.map(({ table, column, rows }) => (
              <li key={`${table}.${column}`}>
                <code dir="ltr">
                  {table}.{column}
                </code>
                : {t('desk.erase.records', { n: rows })}
              </li>
            ))}
          </ul>
        </section>
      )}
      <ErasureNotes notes={notes} />
    </div>
  )
}
