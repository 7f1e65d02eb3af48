import type { Db } from '#db/connection.ts'
import type { Person } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import { canEdit, canMove, isOwner } from './practice.policy.ts'
import { findPracticeById, listStepsUnchecked } from './practice.queries.server.ts'
import { factsOf } from './practice-row.server.ts'
import { movesFrom, pathOf } from './practice.ts'

/** A sheet's own page for those who answer for it and for editors: steps, and what this person may do next. */
export async function followPage(db: Db, actor: Person, id: string) {
  const sheet = await findPracticeById(db, actor, id)
  if (!sheet) throw new AppError('not-found')
  const facts = factsOf(sheet)
  const moves = movesFrom(sheet.state).filter((move) => canMove(actor, facts, move))
  // Reasons and names of reviewers are for the people concerned, not for every reader of a public sheet.
  if (!isOwner(actor, facts) && moves.length === 0 && !canEdit(actor, facts)) throw new AppError('not-found')
  return {
    id: sheet.id,
    documentId: sheet.document_id,
    title: sheet.title_it,
    state: sheet.state,
    example: sheet.is_example,
    path: pathOf(sheet),
    steps: await listStepsUnchecked(db, sheet.id),
    moves,
    mayEdit: canEdit(actor, facts),
  }
}
export type FollowPage = Awaited<ReturnType<typeof followPage>>
