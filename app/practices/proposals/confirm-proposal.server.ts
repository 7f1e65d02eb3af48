import type { Db } from '#db/connection.ts'
import { mailSender, resumePath } from './mail-sender.server.ts'
import { secretHash } from './proposal-code.server.ts'
import { parseFields } from './proposal.schema.ts'
import { isLang } from '#app/shared/languages.ts'

const waiting = (db: Db, key: string) =>
  db
    .selectFrom('practice_proposal')
    .select(['id', 'email', 'lang', 'fields'])
    .where('confirm_hash', '=', secretHash(key))
    .where('state', '=', 'to-confirm')

/** Title of the proposal behind a confirmation link, without confirming it; undefined when the link no longer works. */
export async function findToConfirm(db: Db, key: string): Promise<{ title: string } | undefined> {
  const row = await waiting(db, key).executeTakeFirst()
  return row && { title: parseFields(row.fields).title }
}

/** Confirms the sender's address: from now on editors see the proposal. Refused (`link`) when the link no longer works. */
export async function confirmProposal(db: Db, key: string, appUrl: string): Promise<{ ok: true } | { ok: false; reason: 'link' }> {
  return db.transaction().execute(async (trx) => {
    const row = await waiting(trx, key).forUpdate().executeTakeFirst()
    if (!row?.email) return { ok: false, reason: 'link' }
    const now = new Date()
    await trx
      .updateTable('practice_proposal')
      .set({ state: 'received', confirm_hash: null, confirmed_at: now, updated_at: now })
      .where('id', '=', row.id)
      .execute()
    const { title } = parseFields(row.fields)
    await mailSender(trx, { to: row.email, lang: isLang(row.lang) ? row.lang : 'it', kind: 'received', title, path: resumePath, appUrl })
    return { ok: true }
  })
}
