import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import { HOUR_MS } from './person.ts'
import { sha256 } from './session-adapter.server.ts'

export type TokenPurpose = 'confirm-email' | 'reset-password' | 'change-email' | 'invitation'
type NewToken = { purpose: TokenPurpose; personId: string | null; payload?: Record<string, unknown>; hours: number }

/** Makes a 256-bit token for a mailed link; the database keeps its SHA-256 only. Returns the raw token. */
export async function issueToken(trx: Db, { purpose, personId, payload = {}, hours }: NewToken): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await trx
    .insertInto('person_token')
    .values({
      token_hash: sha256(token),
      person_id: personId,
      purpose,
      payload: JSON.stringify(payload),
      expires_at: new Date(Date.now() + hours * HOUR_MS),
    })
    .execute()
  return token
}

const usable = (db: Db, purpose: TokenPurpose, token: string) =>
  db
    .selectFrom('person_token')
    .select(['token_hash', 'person_id', 'payload'])
    .where('token_hash', '=', sha256(token))
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', sql<Date>`now()`)

/** Reads a token without spending it, for the page behind the link; undefined when unknown, used or too old. */
export const peekToken = (db: Db, purpose: TokenPurpose, token: string) => usable(db, purpose, token).executeTakeFirst()

/** Spends a token: two requests with the same link get it once. */
export async function takeToken(trx: Db, purpose: TokenPurpose, token: string) {
  const found = await usable(trx, purpose, token).forUpdate().executeTakeFirst()
  if (!found) return undefined
  await trx
    .updateTable('person_token')
    .set({ used_at: sql`now()` })
    .where('token_hash', '=', found.token_hash)
    .execute()
  return found
}

/** Ends what is still open for a purpose: only the latest link works. */
export async function dropTokens(trx: Db, personId: string, purpose: TokenPurpose): Promise<void> {
  await trx.deleteFrom('person_token').where('person_id', '=', personId).where('purpose', '=', purpose).execute()
}
