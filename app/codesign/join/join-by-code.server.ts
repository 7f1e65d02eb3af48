import { randomInt, randomUUID } from 'node:crypto'
import type { Db } from '#db/connection.ts'
import { once } from '#app/shared/once.ts'
import { networkOf } from '#app/people/limits.server.ts'
import type { ParticipantLang } from '../participant-languages.ts'
import type { JoinRefusal } from './join-code.ts'
import { findJoinCode, type FoundCode } from './join-code.queries.server.ts'
import { participantLimits } from './participant-limits.server.ts'
import { type Here, newSecret, startParticipantSession } from './participant-session.server.ts'
import { pseudonymOf, PSEUDONYMS } from './pseudonyms.ts'

export type Joined = { ok: true; cookie: string; participantId: string } | { ok: false; reason: JoinRefusal }

/** 6-digit hex, dark enough for white text on them (4.5:1). */
const colours = ['#1a5fb4', '#7a3b00', '#26703e', '#8b1a5e', '#5e2ca5', '#8a1c1c', '#0f6674', '#5b5a00', '#3d4aa0', '#2f5d50'] as const

type Wishes = {
  code: string
  lang: ParticipantLang
  /** Number of the pseudonym that was proposed on the page. */
  pseudonym: number
  ip: string
  secure: boolean
  /** Whoever this browser already is. */
  here: Here | undefined
}

/**
 * Somebody comes in by a code: a new participant with the proposed pseudonym (another one when it is taken meanwhile)
 * and a cookie. Who is already in this process on this device stays who they are and goes on by this code. Nothing
 * about the device or the address is kept.
 */
export async function joinByCode(db: Db, { code, lang, pseudonym, ip, secure, here }: Wishes): Promise<Joined> {
  if (await participantLimits.secondsToWait('join-network', networkOf(ip))) return { ok: false, reason: 'too-many' }
  if (await participantLimits.secondsToWait('join-code', code)) return { ok: false, reason: 'too-many' }
  return inTurn(code, () =>
    db.transaction().execute(async (trx): Promise<Joined> => {
      const found = await findJoinCode(trx, code, { lock: true })
      if (!found) return { ok: false, reason: 'unknown' }
      const isBack = here?.participant.processId === found.processId && here.ended !== 'blocked'
      if (found.end && !(isBack && found.end === 'full')) return { ok: false, reason: found.end }
      if (!isBack) return { ok: true, ...(await addParticipant(trx, found, { lang, pseudonym, secure })) }
      const participantId = await moveToCode(trx, here, found, lang)
      return { ok: true, participantId, cookie: await startParticipantSession(trx, participantId, { secure }) }
    }),
  )
}

/**
 * A hall comes in at once, and the code's row lets them pass one by one: they queue here and not at the database, so
 * that one connection serves them and everybody else keeps the others.
 */
async function inTurn<T>(code: string, run: () => Promise<T>): Promise<T> {
  const turns = once('codesign.join-turns', () => new Map<string, Promise<unknown>>())
  const before = turns.get(code)
  const mine = Promise.allSettled([before]).then(run)
  turns.set(code, mine)
  try {
    return await mine
  } finally {
    if (turns.get(code) === mine) turns.delete(code)
  }
}

async function moveToCode(trx: Db, here: Here, found: FoundCode, lang: ParticipantLang): Promise<string> {
  await trx.updateTable('participant').set({ join_code_id: found.id, lang }).where('id', '=', here.participant.id).execute()
  return here.participant.id
}

type Newcomer = Pick<Wishes, 'lang' | 'pseudonym' | 'secure'>

async function addParticipant(trx: Db, found: FoundCode, { lang, pseudonym, secure }: Newcomer) {
  const { columns, cookie } = newSecret({ secure })
  for (let tries = 0; ; tries++) {
    // A few other names first; once most are taken, a number makes the difference.
    const name = pseudonymOf(lang, tries === 0 ? pseudonym : randomInt(PSEUDONYMS))
    const added = await trx
      .insertInto('participant')
      .values({
        id: randomUUID(), // not a UUIDv7: that one tells the millisecond somebody came in
        process_id: found.processId,
        join_code_id: found.id,
        pseudonym: tries < 5 ? name : `${name} ${randomInt(2, tries < 20 ? 100 : 100_000)}`,
        lang,
        colour: colours[randomInt(colours.length)] ?? colours[0],
        ...columns,
      })
      .onConflict((conflict) => conflict.columns(['process_id', 'pseudonym']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (added) return { participantId: added.id, cookie }
  }
}
