import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Participant } from '#app/shared/actor.ts'
import type { Db } from '#db/connection.ts'
import { isParticipantLang, type ParticipantLang } from '../participant-languages.ts'
import { type CodeEnd, endOfCode, processStates } from './join-code.ts'

/** Idle time after which a cookie opens nothing any more; the return code still does. */
const LIFETIME_DAYS = 30

type Where = { secure: boolean }

const cookieName = (secure: boolean): string => (secure ? '__Host-cc_part' : 'cc_part')

/** What the database knows of a participant's secrets: their SHA-256. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

const cookie = (value: string, maxAge: number, { secure }: Where): string =>
  `${cookieName(secure)}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAge}${secure ? '; Secure' : ''}`

/** The participant's secret in a Cookie header, if it has the shape of one. */
function secretIn(cookieHeader: string | null | undefined, { secure }: Where): string | undefined {
  const pairs = (cookieHeader ?? '').split(';').map((pair) => pair.trim().split('='))
  const value = pairs.find(([name]) => name === cookieName(secure))?.[1]
  return value && /^[\w-]{32}$/.test(value) ? value : undefined
}

export type Here = {
  /** The actor for verbs and policies. */
  participant: Participant
  lang: ParticipantLang
  pseudonym: string
  displayName: string | null
  credit: 'pseudonym' | 'none'
  joinCodeId: string | null
  /** The meeting their code belongs to. */
  meetingId: string | null
  hasReturnCode: boolean
  /**
   * Undefined while they may answer and write. With a reason they still read their own words and outcomes, but every
   * form and every socket is refused: the live server must treat them as nobody.
   */
  ended: CodeEnd | 'blocked' | undefined
  /** For Set-Cookie, once a day: the cookie lives 30 days from the last visit. A socket leaves it out. */
  refreshCookie?: string
}

/**
 * Who the participant's cookie belongs to, from the request's Cookie header: for loaders and for the live server's
 * authenticate. One query. Undefined for no cookie, an unknown or outlived one, or somebody who has left.
 * It has nothing to do with accounts: a signed-in person who came in by a code is a participant here, unlinked.
 */
export async function readParticipant(db: Db, cookieHeader: string | null | undefined, where: Where): Promise<Here | undefined> {
  const secret = secretIn(cookieHeader, where)
  if (!secret) return undefined
  const row = await findBySecret(db, hashOf(secret))
  if (!row) return undefined
  if (!row.stale) return hereOf(row)
  await db.updateTable('participant').set({ secret_ends_on: lastDay }).where('id', '=', row.id).execute()
  return { ...hereOf(row), refreshCookie: cookie(secret, LIFETIME_DAYS * 86_400, where) }
}

const lastDay = sql<string>`current_date + ${sql.lit(LIFETIME_DAYS)}::int`

type Row = NonNullable<Awaited<ReturnType<typeof findBySecret>>>

function findBySecret(db: Db, hash: string) {
  return db
    .selectFrom('participant as p')
    .innerJoin('process as g', 'g.id', 'p.process_id')
    .leftJoin('join_code as c', 'c.id', 'p.join_code_id')
    .leftJoin('meeting as m', 'm.id', 'c.meeting_id')
    .leftJoin('table_seat as s', 's.participant_id', 'p.id')
    .where('p.secret_sha256', '=', hash)
    .where('p.secret_ends_on', '>=', sql<string>`current_date`)
    .select(['p.id', 'p.process_id', 'p.pseudonym', 'p.display_name', 'p.lang', 'p.credit', 'p.blocked_at', 'p.join_code_id'])
    .select(['g.state', 'c.expires_at', 'c.revoked_at', 'c.meeting_id', 'm.closed_at', 's.table_id'])
    .select(sql<boolean>`p.return_code_sha256 is not null`.as('has_return_code'))
    .select(sql<boolean>`p.secret_ends_on < ${lastDay}`.as('stale'))
    .executeTakeFirst()
}

function hereOf(row: Row): Here {
  const name = row.display_name ?? row.pseudonym
  return {
    participant: { kind: 'participant', id: row.id, name, processId: row.process_id, tableId: row.table_id ?? undefined },
    lang: isParticipantLang(row.lang) ? row.lang : 'it',
    pseudonym: row.pseudonym,
    displayName: row.display_name,
    credit: row.credit === 'none' ? 'none' : 'pseudonym',
    joinCodeId: row.join_code_id,
    meetingId: row.meeting_id,
    hasReturnCode: row.has_return_code,
    ended: endedFor(row),
  }
}

function endedFor(row: Row): Here['ended'] {
  if (row.blocked_at) return 'blocked'
  const processState = processStates.find((state) => state === row.state) ?? 'archived'
  if (!row.expires_at) return 'expired' // the code itself is gone
  return endOfCode({ expiresAt: row.expires_at, revokedAt: row.revoked_at, meetingClosedAt: row.closed_at, processState }, new Date())
}

/** A new secret: what the row keeps of it, and the Set-Cookie value. */
export function newSecret(where: Where) {
  const secret = randomBytes(24).toString('base64url') // 192 bits
  return { columns: { secret_sha256: hashOf(secret), secret_ends_on: lastDay }, cookie: cookie(secret, LIFETIME_DAYS * 86_400, where) }
}

/**
 * Gives this participant a new secret and returns the Set-Cookie value. Whatever cookie opened their pages before
 * opens them no more: one device at a time, and nothing that says which.
 */
export async function startParticipantSession(db: Db, participantId: string, where: Where): Promise<string> {
  const { columns, cookie: set } = newSecret(where)
  await db.updateTable('participant').set(columns).where('id', '=', participantId).execute()
  return set
}

/** Forgets this device: the secret opens nothing any more, live sockets close. Returns the Set-Cookie value that clears it. */
export async function endParticipantSession(db: Db, participantId: string | undefined, where: Where): Promise<string> {
  if (participantId) {
    await db.updateTable('participant').set({ secret_sha256: null, secret_ends_on: null }).where('id', '=', participantId).execute()
    await sql`select pg_notify('access_changed', ${participantId})`.execute(db)
  }
  return cookie('', 0, where)
}
