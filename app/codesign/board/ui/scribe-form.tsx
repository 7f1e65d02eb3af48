import { useI18n } from '#app/shared/ui/i18n.tsx'
import { participantLanguageNames, participantLanguages } from '../../participant-languages.ts'
import { ActButton, ActForm } from './act-form.tsx'

/** Writing down what somebody said, with their consent. */
export function ScribeForm({ promptId }: { promptId: string }) {
  const { t, lang } = useI18n()
  return (
    <details className="card-box">
      <summary>{t('codesign.board.scribe.title')}</summary>
      <ActForm className="stack">
        <input type="hidden" name="id" value={promptId} />
        <label className="d-block">
          {t('codesign.board.scribe.words')}
          <textarea className="form-control" name="body" maxLength={3000} dir="auto" rows={3} />
        </label>
        <LanguageSelect initial={lang} />
        <label className="d-block">
          {t('codesign.board.scribe.saidBy')}
          <input className="form-control" name="saidBy" maxLength={80} dir="auto" aria-describedby="scribe-hint" />
        </label>
        <span className="hint" id="scribe-hint">
          {t('codesign.board.scribe.hint')}
        </span>
        <label className="check">
          <input type="checkbox" name="consent" /> {t('codesign.board.scribe.consent')}
        </label>
        <ActButton intent="scribe" label={t('codesign.board.scribe.save')} primary />
      </ActForm>
    </details>
  )
}

/** One of the ten languages, each in its own name. */
export function LanguageSelect({ initial }: { initial: string }) {
  const { t } = useI18n()
  return (
    <label className="d-block">
      {t('codesign.board.language')}{' '}
      <select className="form-select board-select" name="lang" defaultValue={initial}>
        {participantLanguages.map((lang) => (
          <option key={lang} value={lang} lang={lang}>
            {participantLanguageNames[lang]}
          </option>
        ))}
      </select>
    </label>
  )
}
