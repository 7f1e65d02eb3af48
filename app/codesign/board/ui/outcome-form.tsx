import { dirOf } from '#app/shared/languages.ts'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { languageWithoutReason, outcomes } from '../../outcomes/outcome.ts'
import { isParticipantLang, participantLanguageNames } from '../../participant-languages.ts'
import type { BoardCard } from '../read-board.server.ts'
import { ActButton, ActForm } from './act-form.tsx'

/** What becomes of an idea, with the reason in the contributor's language and in the reader's; what was said stands in the fields. */
export function OutcomeForm({ card }: { card: BoardCard }) {
  const { t, lang } = useI18n()
  const reads = card.authorLang ?? card.lang
  const langs = [...new Set([reads, lang === 'ar' ? 'it' : lang, 'it', ...card.reasons.map((reason) => reason.lang)])]
  return (
    <ActForm className="stack" key={`o${card.id}`}>
      <h3>{t('codesign.board.card.outcome')}</h3>
      <input type="hidden" name="card" value={card.id} />
      <fieldset className="row-wrap">
        <legend className="visually-hidden">{t('codesign.board.card.outcome')}</legend>
        {outcomes.map((outcome) => (
          <label key={outcome} className="check">
            <input type="radio" name="outcome" value={outcome} required defaultChecked={card.outcome === outcome} />{' '}
            {t(`codesign.board.outcome.${outcome}`)}
          </label>
        ))}
      </fieldset>
      <p className="hint mb-0">{t('codesign.board.card.reasonHint')}</p>
      <ReasonToTranslate card={card} />
      {langs.map((code) => (
        <label key={code} className="d-block">
          {t('codesign.board.card.reasonIn', { language: isParticipantLang(code) ? participantLanguageNames[code] : code })}
          <textarea
            className="form-control"
            name={`reason.${code}`}
            rows={2}
            maxLength={1000}
            lang={code}
            dir={dirOf(code)}
            defaultValue={card.reasons.find((reason) => reason.lang === code)?.reason}
          />
        </label>
      ))}
      <ActButton intent="outcome" label={t('codesign.board.card.saveOutcome')} primary />
    </ActForm>
  )
}

/** The reason is there, but whoever wrote the card would read it in a language that is not theirs. */
function ReasonToTranslate({ card: { author, authorLang, reasons } }: { card: BoardCard }) {
  const { t, lang } = useI18n()
  const missing = languageWithoutReason(authorLang, reasons)
  if (!author || !missing) return null
  const language = new Intl.DisplayNames([lang], { type: 'language' }).of(missing) ?? missing
  return (
    <p className="notice mb-0" role="status">
      {t('codesign.board.card.reasonElsewhere', { who: author, language })}
    </p>
  )
}
