import { Lucia, TimeSpan } from 'lucia'
import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import { type Actor, type Person, type Role, visitor } from '#app/shared/actor.ts'
import { type KnownSession, sessionAdapter, sha256 } from './session-adapter.server.ts'

/** Idle time after which a session ends: short for those who can change what is public. */
const lifetimeOf = (role: Role): TimeSpan => (role === 'editor' || role === 'admin' ? new TimeSpan(8, 'h') : new TimeSpan(30, 'd'))

/** How stale `last_seen_at` may get before a request writes it: a page view must not cost a write. */
const TOUCH_AFTER_MS = 5 * 60_000

type Where = { secure: boolean }

/**
 * One Lucia per lifetime. The cookie itself outlives the session (`expires: false`): the server alone decides, so a
 * live editor that loads no page for hours keeps its session through `touchSession`. `secure` is false on plain-http
 * loopback only, where browsers refuse the __Host- prefix.
 */
function luciaFor(db: Db, lifetime: TimeSpan, { secure, ...adapter }: Where & { userAgent?: string; known?: KnownSession }): Lucia {
  return new Lucia(sessionAdapter(db, adapter), {
    sessionExpiresIn: lifetime,
    sessionCookie: { name: secure ? '__Host-cc_sid' : 'cc_sid', expires: false, attributes: { secure, sameSite: 'lax', path: '/' } },
  })
}

export type SignedIn = { actor: Actor; sessionHash: string | undefined; refreshCookie?: string }
const nobody: SignedIn = { actor: visitor, sessionHash: undefined }

/**
 * Who is asking, from the request's Cookie header: person, active memberships and current enrolments in one query.
 * An unknown or ended session, and a suspended or closed account, are a visitor. `refreshCookie`, when given, goes
 * into Set-Cookie (a socket may leave it out).
 */
export async function readActor(db: Db, cookieHeader: string | undefined, where: Where): Promise<SignedIn> {
  const id = cookieHeader && luciaFor(db, lifetimeOf('member'), where).readSessionCookie(cookieHeader)
  if (!id || id.length > 100) return nobody
  const hash = sha256(id)
  const row = await findSession(db, hash)
  if (!row) return nobody
  const person = personOf(row)
  const lucia = luciaFor(db, lifetimeOf(person.role), { ...where, known: { userId: row.user_id, expiresAt: row.expires_at } })
  const { session } = await lucia.validateSession(id)
  if (!session) return nobody
  const stale = Date.now() - row.last_seen_at.getTime() > TOUCH_AFTER_MS
  if (stale) await touchSession(db, hash, person.role)
  return {
    actor: person,
    sessionHash: hash,
    ...(stale || session.fresh ? { refreshCookie: lucia.createSessionCookie(id).serialize() } : {}),
  }
}

/**
 * Opens a session and returns the Set-Cookie value. The id is new at every sign-in (200 random bits);
 * `replaces`, the hash of the session the browser had, is ended.
 */
export async function startSession(
  db: Db,
  person: { id: string; role: Role },
  { userAgent, secure, replaces }: Where & { userAgent: string; replaces?: string | undefined },
): Promise<string> {
  await dropSession(db, replaces)
  const lucia = luciaFor(db, lifetimeOf(person.role), { secure, userAgent: userAgent.slice(0, 300) })
  const session = await lucia.createSession(person.id, {})
  return lucia.createSessionCookie(session.id).serialize()
}

/** Ends this session and returns the Set-Cookie value that clears the cookie; without a session only the latter. */
export async function endSession(db: Db, sessionHash: string | undefined, where: Where): Promise<string> {
  await dropSession(db, sessionHash)
  return luciaFor(db, lifetimeOf('member'), where).createBlankSessionCookie().serialize()
}

async function dropSession(db: Db, hash: string | undefined): Promise<void> {
  if (!hash) return
  const ended = await db.deleteFrom('session').where('id', '=', hash).returning('user_id').executeTakeFirst()
  if (ended) await announceAccessChange(db, ended.user_id)
}

/** Somebody is still there: pushes the end of the session out again. For pages every few minutes, for open sockets too. */
export async function touchSession(db: Db, sessionHash: string, role: Role): Promise<void> {
  const now = new Date()
  await db
    .updateTable('session')
    .set({ last_seen_at: now, expires_at: new Date(now.getTime() + lifetimeOf(role).milliseconds()) })
    .where('id', '=', sessionHash)
    .execute()
}

/**
 * Tells every node that what this person may do has changed; the live server rechecks or closes their sockets.
 * Inside a transaction PostgreSQL delivers it at commit.
 */
export async function announceAccessChange(db: Db, personId: string): Promise<void> {
  await sql`select pg_notify('access_changed', ${personId})`.execute(db)
}

type SessionRow = NonNullable<Awaited<ReturnType<typeof findSession>>>

function findSession(db: Db, hash: string) {
  return db
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.user_id')
    .where('session.id', '=', hash)
    .where('person.suspended_at', 'is', null)
    .where('person.closed_at', 'is', null)
    .select(['session.user_id', 'session.expires_at', 'session.last_seen_at', 'person.name', 'person.email', 'person.role'])
    .select([
      sql<Person['organisations']>`coalesce((select json_agg(json_build_object('id', m.organisation_id, 'role', m.role))
        from membership m where m.person_id = person.id and m.state = 'active'), '[]')`.as('organisations'),
      sql<string[]>`coalesce((select json_agg(e.programme_id) from enrolment e join programme g on g.id = e.programme_id
        where e.person_id = person.id and e.ended_at is null and g.ends_on >= (now() at time zone 'Europe/Rome')::date), '[]')`.as(
        'programmes',
      ),
    ])
    .executeTakeFirst()
}

function personOf(row: SessionRow): Person {
  const { user_id, name, email, role, organisations, programmes } = row
  // The check constraint on person.role allows exactly the Role values.
  return { kind: 'person', id: user_id, name, email, role: role as Role, organisations, programmes }
}
