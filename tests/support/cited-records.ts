import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { createDocument } from '#app/documents/create-document.server.ts'
import { publishWrittenTexts } from '#app/documents/editions/publish-written-texts.server.ts'
import { docFromMarkdown } from '#app/documents/markdown/sections.ts'
import type { Db } from '#db/connection.ts'
import { newId } from '#db/new-id.ts'

type Record = { slug: string; type: string; title_it: string; title_en: string }

/** The 75 records that texts cite, as bare published sheets: for tests of what stands beside the practices. */
export async function citedRecords(db: Db): Promise<Record[]> {
  const file = path.join(import.meta.dirname, '../../db/content/records.csv')
  const records: Record[] = parse(readFileSync(file), { columns: true })
  for (const { slug, type, title_it, title_en } of records) {
    const documentId = await createDocument(db, {
      kind: 'practice',
      sourceLang: 'it',
      texts: { it: docFromMarkdown('practice', '## problem\n\nProva.') },
    })
    await publishWrittenTexts(db, documentId, null)
    await db
      .insertInto('practice')
      .values({ id: newId(), slug, type, title_it, title_en, document_id: documentId, state: 'published' })
      .execute()
  }
  return records
}
