import { type ParticipantLang, participantLanguageNames, participantLanguages } from '../../participant-languages.ts'
import { GuestField } from './guest-field.tsx'
import { MakeReturnCode } from './make-return-code.tsx'
import { useSpeech } from './speech.tsx'

type SettingsPageProps = {
  displayName: string | null
  pseudonym: string
  name: string
  lang: ParticipantLang
  credit: 'pseudonym' | 'none'
  hasReturnCode: boolean
  saved: boolean
  refused: { problem: string; typed: string } | undefined
}

/** Name, language, credit; the personal code. */
export function SettingsPage({ displayName, pseudonym, name, lang, credit, hasReturnCode, saved, refused }: SettingsPageProps) {
  const { say } = useSpeech()
  return (
    <>
      <h1>{say('settings.title')}</h1>
      {saved && (
        <p className="g-saved" role="status">
          ✓ {say('settings.saved')}
        </p>
      )}
      <form method="post">
        <GuestField
          name="displayName"
          label={say('settings.name')}
          hint={say('settings.nameHint')}
          error={refused?.problem}
          defaultValue={refused?.typed ?? displayName ?? pseudonym}
          maxLength={40}
          autoComplete="off"
        />
        <div className="g-field">
          <label htmlFor="lang">{say('frame.language')}</label>
          <select id="lang" name="lang" className="g-input" defaultValue={lang}>
            {participantLanguages.map((code) => (
              <option key={code} value={code} lang={code}>
                {participantLanguageNames[code]}
              </option>
            ))}
          </select>
        </div>
        <fieldset className="g-choices">
          <legend>{say('settings.credit')}</legend>
          <label>
            <input type="radio" name="credit" value="pseudonym" defaultChecked={credit === 'pseudonym'} />{' '}
            <span>{say('settings.creditName', { name })}</span>
          </label>
          <label>
            <input type="radio" name="credit" value="none" defaultChecked={credit === 'none'} /> <span>{say('settings.creditNone')}</span>
          </label>
        </fieldset>
        <button type="submit" className="g-button">
          {say('settings.save')}
        </button>
      </form>
      <section className="g-box">
        <h2>{say('return.title')}</h2>
        <p>{say('return.why')}</p>
        {hasReturnCode && <p>{say('return.renew')}</p>}
        <MakeReturnCode />
      </section>
    </>
  )
}
