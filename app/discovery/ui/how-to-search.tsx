import { useI18n } from '#app/shared/ui/i18n.tsx'

/** What the field understands, with an example of each. */
export function HowToSearch() {
  const { t } = useI18n()
  const rows = [
    ['case popolari Empoli', t('discovery.how.words')],
    ['"patto di collaborazione"', t('discovery.how.phrase')],
    ['casa -studenti', t('discovery.how.without')],
    ['ente:caritas', t('discovery.how.body')],
    ['ente:"Comune di Empoli"', t('discovery.how.bodyName')],
  ] as const
  return (
    <details className="like-form">
      <summary>{t('discovery.how.title')}</summary>
      <dl className="how-to-search">
        {rows.map(([example, does]) => (
          <div key={example}>
            <dt>
              <code dir="ltr" lang="it">
                {example}
              </code>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p>{t('discovery.how.more')}</p>
    </details>
  )
}
