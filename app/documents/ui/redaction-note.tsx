import { useI18n } from '#app/shared/ui/i18n.tsx'

type Redaction = { at: string | Date; sha256: string; earlier: string[] }

/** Tells readers that words were erased from this edition, and which hash became which: nothing about the words. */
export function RedactionNote({ redaction }: { redaction: Redaction | undefined }) {
  const { t, date } = useI18n()
  if (!redaction) return null
  return (
    <aside className="notice redaction" aria-label={t('documents.redacted.title')}>
      <p>{t('documents.redacted.what', { date: date(redaction.at) })}</p>
      <details>
        <summary>{t('documents.redacted.hashes')}</summary>
        <dl>
          <dt>{t('documents.redacted.before')}</dt>
          {redaction.earlier.map((hash) => (
            <dd key={hash}>
              <code dir="ltr">{hash}</code>
            </dd>
          ))}
          <dt>{t('documents.redacted.now')}</dt>
          <dd>
            <code dir="ltr">{redaction.sha256}</code>
          </dd>
        </dl>
      </details>
    </aside>
  )
}
