import type { Db } from '#db/connection.ts'
import type { Actor } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import { canAdminister } from './person.policy.ts'

export const MAILS_PER_PAGE = 50

/** Messages written lately, newest first; administrators only, since they hold links that open accounts. */
export async function listKeptMail(db: Db, actor: Actor, page: number) {
  if (!canAdminister(actor)) throw new AppError('forbidden')
  const { total } = await db
    .selectFrom('kept_mail')
    .select((row) => row.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const mails = await db
    .selectFrom('kept_mail')
    .select(['id', 'recipient', 'subject', 'created_at', 'sent_at', 'last_error'])
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(MAILS_PER_PAGE)
    .offset((page - 1) * MAILS_PER_PAGE)
    .execute()
  return { total, mails }
}

/** One message with its text (empty once it was sent). */
export async function findKeptMail(db: Db, actor: Actor, id: string) {
  if (!canAdminister(actor)) throw new AppError('forbidden')
  const mail = await db
    .selectFrom('kept_mail')
    .select(['id', 'recipient', 'subject', 'body_text', 'created_at', 'sent_at', 'last_error'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!mail) throw new AppError('not-found')
  return mail
}
