import { languageOfContent } from '#app/shared/ui/bilingual.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import type { ProcessPageData } from '../process-page.queries.server.ts'
import { Days } from './moment.tsx'

/** The phases as a line in time; the one that runs now is marked in words. */
export function PhaseLine({ phases }: Pick<ProcessPageData, 'phases'>) {
  const { t, lang } = useI18n()
  return (
    <ol className="plain timeline">
      {phases.map(({ id, text, time, startsOn, endsOn }) => (
        <li key={id} aria-current={time === 'now' ? 'step' : undefined}>
          <h3 {...languageOfContent(text?.lang ?? lang, lang)}>{text?.title}</h3>
          <p className="row-wrap">
            <Days startsOn={startsOn} endsOn={endsOn} />
            <span className={time === 'now' ? 'tag tag-ok' : 'tag'}>{t(`codesign.process.time.${time}`)}</span>
          </p>
          {text?.whatNow && <p {...languageOfContent(text.lang, lang)}>{text.whatNow}</p>}
        </li>
      ))}
    </ol>
  )
}
