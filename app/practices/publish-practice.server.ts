import type { Db } from '#db/connection.ts'
import type { Person } from '#app/shared/actor.ts'
import { publishEdition } from '#app/documents/editions/publish-edition.server.ts'
import { listTexts, readText } from '#app/documents/log/read-text.server.ts'
import { isBlank } from '#app/documents/schema/content.ts'
import { type MoveOutcome, movePractice, type StepNote } from './move-practice.server.ts'
import type { PracticeSheet } from './practice-row.server.ts'
import { isFullSheet } from './section-blocks.ts'

/**
 * Makes a sheet public, or its newer text: freezes an edition of every language that has one, in the transaction that
 * changes the state. Also says whether the sheet is full. Editors only; refused out of turn,
 * and without a theme or a kind.
 */
export const publishPractice = (db: Db, actor: Person, id: string, note: StepNote): Promise<MoveOutcome> =>
  movePractice(db, actor, id, 'publish', note, (trx, sheet) => freeze(trx, sheet, actor))

async function freeze(trx: Db, sheet: PracticeSheet, actor: Person): Promise<void> {
  const documentId = sheet.document_id
  const source = await readText(trx, { documentId, lang: 'it' })
  const sourceIsBlank = !source || isBlank(source.content)
  for (const { lang } of await listTexts(trx, documentId)) {
    const draft = lang === 'it' ? source : await readText(trx, { documentId, lang })
    // A short sheet is its title and summary: an empty English text is one too, but never stands in for a full Italian one.
    const translated = draft && (!isBlank(draft.content) || (sourceIsBlank && sheet.title_en !== ''))
    if (lang === 'it' || translated) await publishEdition(trx, { documentId, lang, personId: actor.id })
  }
  await trx
    .updateTable('practice')
    .set({ full_sheet: source ? isFullSheet(source) : false })
    .where('id', '=', sheet.id)
    .execute()
}
