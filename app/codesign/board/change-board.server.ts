import { type Access, parseLiveName } from '#app/documents/access.ts'
import type { Person } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import type { Db } from '#db/connection.ts'
import { blockParticipant } from '../care/block-participant.server.ts'
import { containRaid } from '../care/contain-raid.server.ts'
import { decideReport } from '../care/decide-report.server.ts'
import { hideAllOf } from '../care/hide-all-of.server.ts'
import { placeContribution } from '../ledger/place-contribution.server.ts'
import { decideOutcome } from '../outcomes/decide-outcome.server.ts'
import { outcomes } from '../outcomes/outcome.ts'
import { participantLanguages } from '../participant-languages.ts'
import { createTables } from '../tables/create-tables.server.ts'
import { lockTable } from '../tables/lock-table.server.ts'
import { placeTable } from '../tables/place-table.server.ts'
import { boardIntent, type BoardIntent, isNumberField } from './board.schema.ts'
import { closeCode } from './close-code.server.ts'
import { closeMeeting } from './close-meeting.server.ts'
import { groupCards } from './group-cards.server.ts'
import { markCards } from './mark-cards.server.ts'
import type { Place } from './meeting-act.server.ts'
import { mergeCards } from './merge-cards.server.ts'
import { moveParticipant } from './move-participant.server.ts'
import { openCode } from './open-code.server.ts'
import { projectPrompt } from './project-prompt.server.ts'
import { reopenMeeting } from './reopen-meeting.server.ts'
import { scribeCard } from './scribe-card.server.ts'
import { separateCards } from './separate-cards.server.ts'
import { setCardsState } from './set-cards-state.server.ts'
import { setMeetingRules } from './set-meeting-rules.server.ts'
import { setPromptState } from './set-prompt-state.server.ts'
import { transcribeCard } from './transcribe-card.server.ts'
import { translateCard } from './translate-card.server.ts'

export type BoardRefusal =
  | 'number'
  | 'not-open'
  | 'no-cards'
  | 'needs-two'
  | 'reason-missing'
  | 'no-consent'
  | 'no-words'
  | 'no-quote'
  | 'table-empty'
  | 'table-placed'
/** What the actor may do with a live text: the desk decides. */
export type AccessTo = (name: string) => Promise<Access>
export type BoardAnswer = { ok: true } | { ok: false; refusal: BoardRefusal }
const done: BoardAnswer = { ok: true }
const refused = (refusal: BoardRefusal): BoardAnswer => ({ ok: false, refusal })

/** What the buttons and forms of the board ask for, by their `intent`; each is one verb. */
export async function changeBoard(db: Db, actor: Person, place: Place, request: Request, accessTo: AccessTo): Promise<BoardAnswer> {
  const form = await request.formData()
  const parsed = boardIntent.safeParse({ ...Object.fromEntries(form), card: form.getAll('card'), keep: form.getAll('keep') })
  if (!parsed.success && parsed.error.issues.every(({ path }) => isNumberField(path[0]))) return refused('number')
  if (!parsed.success) throw new AppError('bad-request')
  const asked = parsed.data
  return (
    (await meetingAct(db, actor, place, asked)) ??
    (await tableAct(db, actor, place, asked)) ??
    (await careAct(db, actor, place, asked)) ??
    (await placeAct(db, actor, place, asked, accessTo)) ??
    (await cardAct(db, actor, place.processId, asked, form))
  )
}

async function meetingAct(db: Db, actor: Person, place: Place, asked: BoardIntent): Promise<BoardAnswer | undefined> {
  switch (asked.intent) {
    case 'open-prompt':
    case 'close-prompt':
      await setPromptState(db, actor, place, asked.id, asked.intent === 'open-prompt' ? 'open' : 'closed')
      return done
    case 'project':
      await projectPrompt(db, actor, place, asked.id === '' ? null : asked.id)
      return done
    case 'lock':
    case 'unlock':
      await setMeetingRules(db, actor, place, { locked: asked.intent === 'lock' })
      return done
    case 'timer':
      await setMeetingRules(db, actor, place, { timerMinutes: asked.minutes })
      return done
    case 'rules':
      await setMeetingRules(db, actor, place, { slowSeconds: asked.slow, holdLinks: asked.links, holdFirst: asked.first })
      return done
    case 'close-meeting':
      await closeMeeting(db, actor, place)
      return done
    case 'reopen-meeting':
      await reopenMeeting(db, actor, place)
      return done
    case 'open-code':
      return (await openCode(db, actor, place, asked.capacity)) === undefined ? refused('not-open') : done
    case 'close-code':
      await closeCode(db, actor, place, asked.id)
      return done
    case 'move':
      await moveParticipant(db, actor, place, asked.participant, asked.id === '' ? null : asked.id)
      return done
    default:
      return undefined
  }
}

async function tableAct(db: Db, actor: Person, place: Place, asked: BoardIntent): Promise<BoardAnswer | undefined> {
  switch (asked.intent) {
    case 'tables': {
      if (asked.title === '') return refused('no-words')
      const titles = Array.from({ length: Math.max(1, asked.count) }, (_, n) => (asked.count > 1 ? `${asked.title} ${n + 1}` : asked.title))
      await createTables(db, actor, place, { titles, prompt: asked.body, lang: asked.lang })
      return done
    }
    case 'lock-table':
    case 'unlock-table':
      await lockTable(db, actor, place, asked.id, asked.intent === 'lock-table')
      return done
    default:
      return undefined
  }
}

async function placeAct(db: Db, actor: Person, place: Place, asked: BoardIntent, accessTo: AccessTo): Promise<BoardAnswer | undefined> {
  const { processId } = place
  if (asked.intent !== 'place' && asked.intent !== 'place-table') return undefined
  const target = parseLiveName(asked.target)
  if (!target) throw new AppError('bad-request')
  const access = await accessTo(asked.target)
  if (asked.intent === 'place-table') {
    const moved = await placeTable(db, actor, place, { tableId: asked.id, target, access })
    return moved.ok ? done : refused(moved.reason === 'empty' ? 'table-empty' : 'table-placed')
  }
  for (const contributionId of asked.card) {
    const wording = asked.body === '' ? undefined : asked.body
    const placed = await placeContribution(db, actor, { processId, contributionId, target, access, wording })
    if (!placed.ok) return refused(placed.reason === 'empty' ? 'no-words' : 'no-quote')
  }
  return asked.card.length === 0 ? refused('no-cards') : done
}

async function careAct(db: Db, actor: Person, { processId }: Place, asked: BoardIntent): Promise<BoardAnswer | undefined> {
  switch (asked.intent) {
    case 'contain':
      await containRaid(db, actor, processId, {
        codeId: asked.id,
        sinceOrder: asked.since,
        atLeastCards: asked.cards,
        keep: asked.keep,
      })
      return done
    case 'block':
    case 'unblock':
      await blockParticipant(db, actor, processId, asked.participant, asked.intent === 'block')
      return done
    case 'hide-all':
      await hideAllOf(db, actor, processId, asked.participant)
      return done
    case 'keep-reported':
    case 'hide-reported':
      await decideReport(db, actor, processId, asked.id, asked.intent === 'keep-reported' ? 'kept' : 'hidden')
      return done
    default:
      return undefined
  }
}

async function cardAct(db: Db, actor: Person, processId: string, asked: BoardIntent, form: FormData): Promise<BoardAnswer> {
  if (asked.intent === 'scribe') {
    if (asked.body === '') return refused('no-words')
    const { body, lang, consent } = asked
    const outcome = await scribeCard(db, actor, processId, { promptId: asked.id, body, lang, saidBy: asked.saidBy, consent })
    return outcome.ok ? done : refused(outcome.reason)
  }
  if (asked.card.length === 0) return refused('no-cards')
  switch (asked.intent) {
    case 'show':
    case 'hide':
      await setCardsState(db, actor, processId, asked.card, asked.intent === 'show' ? 'shown' : 'hidden')
      return done
    case 'mark':
    case 'unmark':
      await markCards(db, actor, processId, asked.card, asked.intent === 'mark')
      return done
    case 'group':
      await groupCards(db, actor, processId, asked.card, groupOf(asked))
      return done
    case 'merge':
      return (await mergeCards(db, actor, processId, asked.card)).ok ? done : refused('needs-two')
    case 'separate':
      await separateCards(db, actor, processId, asked.card)
      return done
    case 'translate':
      await translateCard(db, actor, processId, asked.card[0] ?? '', asked.lang, asked.body)
      return done
    case 'transcribe':
      if (asked.body === '') return refused('no-words')
      await transcribeCard(db, actor, processId, asked.card[0] ?? '', asked.lang, asked.body)
      return done
    case 'outcome': {
      const outcome = outcomes.find((known) => known === asked.outcome)
      if (!outcome) throw new AppError('bad-request')
      const reasons = Object.fromEntries(
        participantLanguages.map((lang) => [lang, String(form.get(`reason.${lang}`) ?? '').slice(0, 1_000)]),
      )
      const decided = await decideOutcome(db, actor, processId, asked.card, { outcome, reasons })
      return decided.ok ? done : refused(decided.reason)
    }
    default:
      throw new AppError('bad-request')
  }
}

/** A new group when a title was typed, else the chosen one, else none. */
const groupOf = ({ title, id }: BoardIntent) => (title !== '' ? { title } : id !== '' ? { groupId: id } : ('none' as const))
