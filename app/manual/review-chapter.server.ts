import type { Person } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import { recordAct } from '#app/people/audit.server.ts'
import type { Db } from '#db/connection.ts'
import { type ChapterState, chapterState, mayBecome } from './chapter.ts'
import { canReturnChapter, canSubmitChapter, type ChapterFacts } from './manual.policy.ts'

type Move = { to: ChapterState; action: string; allowed: (actor: Person, chapter: ChapterFacts) => boolean }
export type ReviewOutcome = { ok: true } | { ok: false; reason: 'wrong-state' }

/** Says that a draft is ready for the editorial board. Those who write it. Refuses a chapter that is no draft. */
export const submitChapter = (db: Db, actor: Person, slug: string): Promise<ReviewOutcome> =>
  move(db, actor, slug, { to: 'in-review', action: 'chapter.submitted', allowed: canSubmitChapter })

/** Gives a chapter in review back to its writers. Facilitators. Refuses a chapter that is not in review. */
export const returnChapter = (db: Db, actor: Person, slug: string): Promise<ReviewOutcome> =>
  move(db, actor, slug, { to: 'draft', action: 'chapter.returned', allowed: canReturnChapter })

async function move(db: Db, actor: Person, slug: string, { to, action, allowed }: Move): Promise<ReviewOutcome> {
  return await db.transaction().execute(async (trx): Promise<ReviewOutcome> => {
    const chapter = await trx
      .selectFrom('chapter')
      .select(['id', 'state', 'programme_id'])
      .where('slug', '=', slug)
      .forUpdate()
      .executeTakeFirst()
    if (!chapter) throw new AppError('not-found')
    const from = chapterState.parse(chapter.state)
    if (!allowed(actor, { state: from, programmeId: chapter.programme_id })) throw new AppError('forbidden')
    // A published chapter leaves the public by "withdraw" only.
    if (from === 'published' || !mayBecome(from, to)) return { ok: false, reason: 'wrong-state' }
    await trx.updateTable('chapter').set({ state: to, updated_at: new Date() }).where('id', '=', chapter.id).execute()
    await recordAct(trx, { actorId: actor.id, action, subject: `chapter:${chapter.id}` })
    return { ok: true }
  })
}
