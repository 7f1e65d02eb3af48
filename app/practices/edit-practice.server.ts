import type { Db } from '#db/connection.ts'
import { enqueueIndexing } from '#search/indexing.ts'
import type { Person } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import { writeSections } from '#app/documents/log/write-section.server.ts'
import { recordAct } from '#app/people/audit.server.ts'
import type { SaveOutcome } from './create-practice.server.ts'
import { lockSheet } from './move-practice.server.ts'
import { canChooseType, canEdit } from './practice.policy.ts'
import type { PracticeInput, SectionTexts } from './practice.schema.ts'
import { factsOf } from './practice-row.server.ts'
import { catalogueId, isPublicState } from './practice.ts'
import { sectionBlocks } from './section-blocks.ts'
import { sheetColumns } from './sheet-columns.ts'
import { changeSlug } from './take-slug.server.ts'
import { unknownChoice, writeRelations } from './write-relations.server.ts'

/** Sections as typed into the form, and the language of the text they belong to. */
export type EditedSections = { lang: 'it' | 'en'; texts: SectionTexts }

/**
 * Changes a sheet: fields at once, sections through the text's log (readers see them when they are published again).
 * The address follows the title until the sheet was first published; the old one redirects. Throws not-found, forbidden;
 * refused (`unknown`, with the field) when a chosen place, term or body does not exist.
 */
export async function editPractice(
  db: Db,
  actor: Person,
  id: string,
  input: PracticeInput,
  sections?: EditedSections,
): Promise<SaveOutcome> {
  return db.transaction().execute(async (trx) => {
    const sheet = await lockSheet(trx, actor, id)
    if (!canEdit(actor, factsOf(sheet))) throw new AppError('forbidden')
    const type = canChooseType(actor) ? input.type : sheet.type
    const unknown = await unknownChoice(trx, input)
    if (unknown) return { ok: false, field: unknown, reason: 'unknown' }
    const slug = sheet.published_at ? sheet.slug : await changeSlug(trx, sheet, input.title_it)
    await trx
      .updateTable('practice')
      .set({ ...sheetColumns(input), type, updated_at: new Date() })
      .where('id', '=', id)
      .execute()
    await writeRelations(trx, id, input)
    if (sections) {
      const { lang, texts } = sections
      await writeSections(trx, { documentId: sheet.document_id, lang, personId: actor.id, sections: sectionBlocks(texts) })
    }
    await recordAct(trx, { actorId: actor.id, action: 'practice.edited', subject: `practice:${id}` })
    // A changed type changes the catalogue id: the old one must leave the index.
    if (isPublicState(sheet.state)) await enqueueIndexing(trx, [catalogueId(sheet), catalogueId({ id, type })])
    return { ok: true, id, slug }
  })
}
