import { useSpeech } from '../../join/ui/speech.tsx'

/** Speaking instead of writing: a recorder where the browser has one, a file field with the phone's recorder elsewhere. */
export function VoiceField({ kept }: { kept: boolean }) {
  const { say } = useSpeech()
  return (
    <fieldset className="g-voice" data-voice data-no-microphone={say('card.noMicrophone')}>
      <legend>{say('card.voice')}</legend>
      <p className="g-small" id="voice-hint">
        {say('card.recordHint')}
      </p>
      <p className="g-row" hidden data-recorder>
        <button type="button" className="g-button g-plain" data-record data-stop={say('card.stop')} aria-describedby="voice-hint">
          {say('card.record')}
        </button>
        <span data-recording hidden>
          <span className="g-live">{say('card.recording')}</span> <span data-clock aria-hidden="true" dir="ltr" />
        </span>
      </p>
      <div className="g-field" data-voice-file>
        <label htmlFor="voice">{say('card.file')}</label>
        <input id="voice" type="file" name="voice" accept="audio/*" capture="user" className="g-file" aria-describedby="voice-hint" />
      </div>
      <p className="g-kept" hidden={!kept} data-voice-kept>
        <span>✓ {say('card.voiceKept')}</span>{' '}
        <label className="g-check">
          <input type="checkbox" name="removeVoice" value="1" /> {say('card.removeVoice')}
        </label>
      </p>
      <p className="g-error" role="alert" hidden data-voice-error />
    </fieldset>
  )
}
