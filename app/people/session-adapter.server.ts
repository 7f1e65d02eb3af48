import { createHash } from 'node:crypto'
import type { Adapter, DatabaseSession, DatabaseUser } from 'lucia'
import type { Db } from '#db/connection.ts'

/** What the database knows of a secret we hand out: its SHA-256, so that a leaked dump opens nothing. */
export const sha256 = (secret: string): string => createHash('sha256').update(secret).digest('hex')

export type KnownSession = { expiresAt: Date; userId: string }

/**
 * Lucia's storage on Kysely. Every id Lucia gives is hashed before it reaches SQL, and the raw one is echoed back,
 * so Lucia never sees a hash (it would hash it again). `known` is the row readActor has already read for this id.
 */
export function sessionAdapter(db: Db, options: { userAgent?: string; known?: KnownSession } = {}): Adapter {
  const remove = async (id: string) => {
    await db.deleteFrom('session').where('id', '=', sha256(id)).execute()
  }
  return {
    getSessionAndUser(id): Promise<[DatabaseSession | null, DatabaseUser | null]> {
      const { known } = options
      if (!known) return Promise.resolve([null, null])
      return Promise.resolve([
        { id, ...known, attributes: {} },
        { id: known.userId, attributes: {} },
      ])
    },
    // Listing by Lucia would return hashes as ids: sessions.queries.server.ts lists instead.
    getUserSessions: () => Promise.reject(new Error('List sessions through sessions.queries.server.ts')),
    async setSession({ id, userId, expiresAt }) {
      await db
        .insertInto('session')
        .values({ id: sha256(id), user_id: userId, expires_at: expiresAt, user_agent: options.userAgent ?? '' })
        .execute()
    },
    async updateSessionExpiration(id, expiresAt) {
      await db.updateTable('session').set({ expires_at: expiresAt, last_seen_at: new Date() }).where('id', '=', sha256(id)).execute()
    },
    deleteSession: remove,
    async deleteUserSessions(userId) {
      await db.deleteFrom('session').where('user_id', '=', userId).execute()
    },
    async deleteExpiredSessions() {
      await db.deleteFrom('session').where('expires_at', '<=', new Date()).execute()
    },
  }
}
