import { dirOf } from '#app/shared/languages.ts'
import { useI18n } from '#app/shared/ui/i18n.tsx'

/** One idea as the page gets it: what was said, and where its words stand now. */
export type LedgerLine = {
  contributionId: string
  idea: string
  ideaLang: string
  lang: string
  now: string[]
  edition: number | undefined
  withdrawn: boolean
}

/** From ideas to sentences: every card that was put into a text, and what became of its words. */
export function DeskLedger({ lines }: { lines: readonly LedgerLine[] }) {
  const { t } = useI18n()
  return (
    <section aria-labelledby="registro">
      <h2 id="registro">{t('codesign.ledger.title')}</h2>
      {lines.length === 0 && <p className="muted">{t('codesign.ledger.none')}</p>}
      <ol className="stack">
        {lines.map((line, index) => (
          <li key={`${line.contributionId}${index}`}>
            <q lang={line.ideaLang} dir={dirOf(line.ideaLang)}>
              {line.idea}
            </q>
            <br />
            <span lang={line.now.length > 0 ? line.lang : undefined} dir="auto">
              {line.withdrawn
                ? t('codesign.ledger.withdrawn')
                : line.now.length > 0
                  ? t('codesign.ledger.now', { words: line.now.join(' … ') })
                  : t('codesign.ledger.gone')}
            </span>
            {line.edition !== undefined && <span className="tag">{t('codesign.ledger.edition', { n: line.edition })}</span>}
          </li>
        ))}
      </ol>
    </section>
  )
}
