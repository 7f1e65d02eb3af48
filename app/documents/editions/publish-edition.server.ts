import { createHash } from 'node:crypto'
import { AppError } from '#app/shared/app-error.ts'
import type { Db } from '#db/connection.ts'
import { newId } from '#db/new-id.ts'
import { parseAttachments, sameAttachments } from '../attachments/attachment.ts'
import { listAttachments } from '../attachments/attachment.queries.server.ts'
import { liveName, type TextRef } from '../access.ts'
import { inTransaction } from '../log/in-transaction.server.ts'
import { readText } from '../log/read-text.server.ts'
import { textOf, withoutSuggestions } from '../reading/text-of.ts'
import { jsonProblem } from '../schema/validate.ts'

type Publish = TextRef & { personId: string | null; note?: string }

/**
 * Freezes the draft as the next edition of this text and makes it the current one; returns its id. Open suggestions
 * are left out, the attached files are frozen with the words. When nothing changed since the current edition, that one's id is returned. Whether somebody may
 * publish is decided by the noun, in the same transaction. Refusals: not-found.
 */
export function publishEdition(db: Db, { documentId, lang, personId, note = '' }: Publish): Promise<string> {
  return inTransaction(db, async (trx) => {
    const locked = await trx
      .selectFrom('document_text')
      .where('document_id', '=', documentId)
      .where('lang', '=', lang)
      .select('epoch')
      .forUpdate()
      .executeTakeFirst()
    const draft = locked && (await readText(trx, { documentId, lang }))
    if (!draft) throw new AppError('not-found', `no text ${liveName({ documentId, lang })}`)
    const content = withoutSuggestions(draft)
    const problem = jsonProblem(content)
    if (problem) throw new Error(`${liveName({ documentId, lang })} cannot be published: ${problem.reason}: ${problem.where}`)
    const stored = JSON.stringify(content)
    const hash = createHash('sha256').update(stored).digest('hex')
    const last = await lastEdition(trx, { documentId, lang })
    const attachments = await listAttachments(trx, documentId)
    if (last?.current && last.sha256 === hash && sameAttachments(parseAttachments(last.attachments), attachments)) return last.id
    await trx
      .updateTable('edition')
      .set({ current: false })
      .where('document_id', '=', documentId)
      .where('lang', '=', lang)
      .where('current', '=', true)
      .execute()
    const id = newId()
    const frozen = {
      content: stored,
      body: textOf(content),
      sha256: hash,
      attachments: JSON.stringify(attachments),
      contributors: JSON.stringify(await contributorsOf(trx, { documentId, lang })),
    }
    const row = { id, document_id: documentId, lang, number: (last?.number ?? 0) + 1, note, published_by: personId, ...frozen }
    await trx.insertInto('edition').values(row).execute()
    return id
  })
}

const lastEdition = (db: Db, { documentId, lang }: TextRef) =>
  db
    .selectFrom('edition')
    .where('document_id', '=', documentId)
    .where('lang', '=', lang)
    .select(['id', 'number', 'sha256', 'current', 'attachments'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()

const contributorsOf = (db: Db, { documentId, lang }: TextRef) =>
  db
    .selectFrom('document_contributor as c')
    .innerJoin('person as p', 'p.id', 'c.person_id')
    .where('c.document_id', '=', documentId)
    .where('c.lang', '=', lang)
    .where('p.closed_at', 'is', null)
    .select(['p.id', 'p.name'])
    .orderBy('c.first_at')
    .execute()
