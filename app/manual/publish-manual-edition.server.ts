import { sql } from 'kysely'
import type { Person } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import { recordAct } from '#app/people/audit.server.ts'
import type { Db } from '#db/connection.ts'
import { canPublishManual } from './manual.policy.ts'
import type { ManualEditionInput } from './manual.schema.ts'
import { pinChapters, readyChapters } from './pin-chapters.server.ts'

export type EditionOutcome = { ok: true; chapters: number } | { ok: false; reason: 'version-taken' | 'no-chapters' }

/**
 * Closes an edition of the whole book: its version pins the current text of every published chapter for good. Drafts
 * and later changes are not in it. Editors. Refuses a version that exists, and a book without chapters.
 */
export async function publishManualEdition(db: Db, actor: Person, input: ManualEditionInput): Promise<EditionOutcome> {
  if (!canPublishManual(actor)) throw new AppError('forbidden')
  return await db.transaction().execute(async (trx): Promise<EditionOutcome> => {
    // Two editors who close an edition take turns.
    await sql`select pg_advisory_xact_lock(hashtext('manual-edition'))`.execute(trx)
    const taken = await trx.selectFrom('manual_edition').select('version').where('version', '=', input.version).executeTakeFirst()
    if (taken) return { ok: false, reason: 'version-taken' }
    const chapters = await readyChapters(trx)
    if (chapters.length === 0) return { ok: false, reason: 'no-chapters' }
    const last = await trx
      .selectFrom('manual_edition')
      .select((eb) => eb.fn.max('position').as('position'))
      .executeTakeFirst()
    await trx
      .insertInto('manual_edition')
      .values({ ...input, position: (last?.position ?? 0) + 1, published_by: actor.id })
      .execute()
    const count = await pinChapters(trx, input.version, chapters)
    await recordAct(trx, { actorId: actor.id, action: 'manual.published', subject: `manual:${input.version}`, detail: { chapters: count } })
    return { ok: true, chapters: count }
  })
}
