import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import { newId } from '#db/new-id.ts'
import { personalDataIn, type PersonalDataKind } from '#app/shared/personal-data.ts'
import { participantLimits } from '../join/participant-limits.server.ts'
import type { Here } from '../join/participant-session.server.ts'
import { answerLimits, type AnswerRefusal, holdReason, refusalOf } from './answer.ts'
import { findAskedPrompt, type AskedPrompt } from './prompt.queries.server.ts'
import { dropVoice, type KeptVoice, noteVoice } from './voice.server.ts'

export type GivenAnswer = {
  promptId: string
  /** Made where the answer is written: what is sent twice is stored once. */
  clientKey: string
  choice?: number | undefined
  body: string
  /** A recording already in the file store (keepVoice). */
  voice?: KeptVoice | undefined
  removeVoice?: boolean
}

export type Saved =
  | { ok: true; id: string; held: boolean; hints: PersonalDataKind[]; at: Date }
  | { ok: false; refusal: AnswerRefusal | { reason: 'empty' | 'too-many' | 'not-found' } | { reason: 'too-long'; max: number } }

const refused = (refusal: (Saved & { ok: false })['refusal']): Saved => ({ ok: false, refusal })

/**
 * Saves an answer as it is now: a new one, or the one with this key (for choices: the one they gave) changed. Refused
 * when they may not write, when the question is closed or answers are stopped, when it is empty or too long. A held
 * answer is saved too; a facilitator reads it first. `hints` says what in it looks like personal data.
 */
export async function saveAnswer(db: Db, here: Here, given: GivenAnswer): Promise<Saved> {
  if (await participantLimits.secondsToWait('save-participant', here.participant.id)) return refused({ reason: 'too-many' })
  const body = given.body.normalize('NFC').trim()
  return db.transaction().execute(async (trx): Promise<Saved> => {
    // One save at a time per person: the same answer arriving twice waits for itself.
    // Who was blocked, or whose code was closed, while it waited (a raid is contained in one transaction) is refused,
    // whatever the request knew.
    const person = await trx
      .selectFrom('participant as p')
      .leftJoin('join_code as c', 'c.id', 'p.join_code_id')
      .select(['p.blocked_at', 'c.revoked_at'])
      .where('p.id', '=', here.participant.id)
      .forUpdate('p')
      .executeTakeFirst()
    if (!person || person.blocked_at || person.revoked_at) return refused({ reason: 'ended' })
    const prompt = await findAskedPrompt(trx, here, given.promptId)
    if (!prompt) return refused({ reason: 'not-found' })
    if (body.length > answerLimits[prompt.kind]) return refused({ reason: 'too-long', max: answerLimits[prompt.kind] })
    const before = await findBefore(trx, here, prompt, given.clientKey)
    if (before && before.participant_id !== here.participant.id) return refused({ reason: 'not-found' })
    const refusal = refusalOf(await factsOf(trx, here, prompt, before))
    if (refusal) return refused(refusal)
    const choice = given.choice !== undefined && given.choice < prompt.choices ? given.choice : undefined
    const keepsVoice = given.voice !== undefined || (before?.has_voice === true && !given.removeVoice)
    if (choice === undefined && body === '' && !keepsVoice) return refused({ reason: 'empty' })
    if (!before && (await participantLimits.secondsToWait('new-participant', here.participant.id))) return refused({ reason: 'too-many' })
    return write(trx, { here, given: { ...given, body, choice }, prompt, before })
  })
}

type Before = NonNullable<Awaited<ReturnType<typeof findBefore>>>

/** The answer this one replaces: by its key, or for a choice the one already given. */
function findBefore(trx: Db, here: Here, prompt: AskedPrompt, clientKey: string) {
  return trx
    .selectFrom('contribution as c')
    .where('c.process_id', '=', here.participant.processId)
    .where((eb) =>
      eb.or([
        eb('c.client_key', '=', clientKey),
        ...(prompt.kind === 'choice'
          ? [eb.and([eb('c.prompt_id', '=', prompt.id), eb('c.participant_id', '=', here.participant.id)])]
          : []),
      ]),
    )
    .select(['c.id', 'c.participant_id', 'c.state', 'c.held_reason', 'c.body', 'c.choice'])
    .select(sql<boolean>`exists (select from contribution_outcome o where o.contribution_id = c.id)`.as('decided'))
    .select(sql<boolean>`exists (select from contribution_voice v where v.contribution_id = c.id)`.as('has_voice'))
    .orderBy(sql`c.client_key = ${clientKey}`, 'desc')
    .executeTakeFirst()
}

async function factsOf(trx: Db, here: Here, prompt: AskedPrompt, before: Before | undefined) {
  const last = await trx
    .selectFrom('contribution')
    .where('participant_id', '=', here.participant.id)
    .select(sql<number | null>`extract(epoch from clock_timestamp() - max(created_at))::float`.as('seconds'))
    .executeTakeFirst()
  return {
    ended: here.ended !== undefined,
    promptState: prompt.state,
    locked: prompt.locked,
    decided: before?.decided ?? false,
    isNew: !before,
    slowSeconds: prompt.slowSeconds,
    secondsSinceLast: last?.seconds ?? undefined,
  }
}

type Writing = { here: Here; given: GivenAnswer; prompt: AskedPrompt; before: Before | undefined }

async function write(trx: Db, { here, given, prompt, before }: Writing): Promise<Saved> {
  const held = holdReason({ body: given.body, ...prompt, hasShownBefore: await hasShown(trx, here) })
  const at = new Date()
  const words = { choice: given.choice ?? null, body: given.body, lang: here.lang, updated_at: at }
  const id = before?.id ?? newId()
  const state = stateAfter(before, held)
  if (before) {
    await trx
      .updateTable('contribution')
      .set({ ...words, state, held_reason: state === 'held' ? (held ?? before.held_reason) : null })
      .where('id', '=', id)
      .execute()
    if (before.body !== given.body) await forgetWhatWasSaidOf(trx, id)
  } else {
    const { participant } = here
    const owner = { process_id: participant.processId, prompt_id: prompt.id, participant_id: participant.id, client_key: given.clientKey }
    await trx
      .insertInto('contribution')
      .values({ id, ...owner, ...words, state, held_reason: held ?? null, created_at: at })
      .execute()
  }
  if (given.removeVoice && !given.voice) await dropVoice(trx, id)
  if (given.voice) await noteVoice(trx, id, given.voice)
  return { ok: true, id, held: state === 'held', hints: personalDataIn(given.body), at }
}

/** A facilitator's decision about it stays, unless a link has come in; what was withdrawn comes back with new words. */
function stateAfter(before: Before | undefined, held: 'link' | 'first' | undefined): 'held' | 'shown' | 'hidden' {
  if (!before || before.state === 'withdrawn') return held ? 'held' : 'shown'
  if (before.state === 'hidden' || before.state === 'held') return before.state
  return held === 'link' ? 'held' : 'shown'
}

/** Consent and translations were for the words of before. */
async function forgetWhatWasSaidOf(trx: Db, id: string): Promise<void> {
  await trx.deleteFrom('quote_consent').where('contribution_id', '=', id).execute()
  await trx.deleteFrom('contribution_translation').where('contribution_id', '=', id).execute()
}

async function hasShown(trx: Db, here: Here): Promise<boolean> {
  const row = await trx
    .selectFrom('contribution')
    .where('participant_id', '=', here.participant.id)
    .where('state', '=', 'shown')
    .select('id')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
