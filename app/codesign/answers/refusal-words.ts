import type { Here } from '../join/participant-session.server.ts'
import type { Say } from '../join/words.ts'
import type { Saved } from './save-answer.server.ts'

type Refusal = (Saved & { ok: false })['refusal'] | { reason: 'not-audio' | 'voice-too-large' }

/** Why an answer was not saved, and what to do, in the participant's words. */
export function refusalWords(say: Say, ended: Here['ended'], refusal: Refusal): string {
  switch (refusal.reason) {
    case 'ended':
      // A code that was closed while the answer was on its way
      return `${say(`end.${ended ?? 'revoked'}`)}. ${say(`end.${ended ?? 'revoked'}.what`)}`
    case 'slow':
      return say('save.slow', { seconds: refusal.seconds })
    case 'too-long':
      return say('save.too-long', { max: refusal.max })
    case 'not-found':
      return say('save.closed')
    default:
      return say(`save.${refusal.reason}`)
  }
}
