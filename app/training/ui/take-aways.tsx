import { dirOf } from '#app/shared/languages.ts'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import type { Redaction } from '#app/documents/editions/edition.ts'
import type { NodeJson } from '#app/documents/schema/json.ts'
import { RedactionNote } from '#app/documents/ui/redaction-note.tsx'
import { ReadingView, type Resolve } from '#app/documents/ui/reading-view.tsx'

export type TakeAwayView = {
  slug: string
  exampleText: boolean
  published: boolean
  /** One per language that has an edition, Italian first. */
  texts: { lang: string; title: string; content: NodeJson; redaction?: Redaction | undefined }[]
}

/** "In sintesi": each take-away in Italian and English side by side, every block in its own language. */
export function TakeAways({ takeAways, resolve }: { takeAways: readonly TakeAwayView[]; resolve: Resolve }) {
  return (
    <div className="stack">
      {takeAways.map((takeAway, index) => (
        <TakeAway key={takeAway.slug} takeAway={takeAway} number={index + 1} resolve={resolve} />
      ))}
    </div>
  )
}

function TakeAway({ takeAway, number, resolve }: { takeAway: TakeAwayView; number: number; resolve: Resolve }) {
  const { t } = useI18n()
  return (
    <article id={takeAway.slug} className="card-box">
      <div className="row-wrap">
        <span className="card-kind">{t('training.takeAway.number', { n: number })}</span>
        {takeAway.exampleText && <span className="tag tag-example">{t('training.exampleText')}</span>}
        {!takeAway.published && <span className="tag">{t('training.notPublic')}</span>}
      </div>
      <div className="side-by-side">
        {takeAway.texts.map((text) => (
          <section key={text.lang} lang={text.lang} dir={dirOf(text.lang)}>
            <h3>{text.title}</h3>
            <ReadingView content={text.content} lang={text.lang} headingOffset={2} resolve={resolve} />
            <RedactionNote redaction={text.redaction} />
          </section>
        ))}
      </div>
    </article>
  )
}
