import { createDocument } from '#app/documents/create-document.server.ts'
import { docFromMarkdown } from '#app/documents/markdown/sections.ts'
import type { Db } from '#db/connection.ts'
import { newId } from '#db/new-id.ts'

const slug = 'esempio-la-casa-dopo-l-accoglienza'

const text = `Questo capitolo è un esempio in scrittura: chi è iscritto al percorso d’esempio può modificarlo dal vivo, insieme agli altri.

## Da dove partire

- Sei mesi prima dell’uscita: un colloquio sulla casa, i documenti, la residenza.
- Quattro mesi prima: la ricerca, con un’agenzia sociale o uno sportello.
- Due mesi prima: una casa individuata, oppure un piano B scritto.

## Che cosa manca ancora

:::callout example
Qui il tavolo 2 deve scrivere come si prepara il primo incontro con il condominio.
:::

## Domande aperte

1. Chi paga il deposito cauzionale?
2. Chi risponde al telefono il sabato?
`

/**
 * Loads a chapter being written, a draft marked as an example, for those enrolled in the example programme. Does
 * nothing when it is there already. Returns its document, for trying the live editor.
 */
export async function seedExampleChapter(db: Db, programmeId: string): Promise<string> {
  const known = await db.selectFrom('chapter').select('document_id').where('slug', '=', slug).executeTakeFirst()
  if (known) return known.document_id
  return await db.transaction().execute(async (trx) => {
    const documentId = await createDocument(trx, { kind: 'chapter', sourceLang: 'it', texts: { it: docFromMarkdown('chapter', text) } })
    await trx
      .insertInto('chapter')
      .values({
        id: newId(),
        slug,
        number: 99,
        document_id: documentId,
        programme_id: programmeId,
        title_it: 'Esempio: la casa dopo l’accoglienza',
        title_en: 'Example: a home after reception',
        summary_it: 'Un capitolo in scrittura, per provare la scrittura a più mani.',
        summary_en: 'A chapter being written, to try writing together.',
        is_example: true,
      })
      .execute()
    return documentId
  })
}

/** Removes the example chapters with their texts. Returns how many there were. */
export async function removeExampleChapters(db: Db): Promise<number> {
  return await db.transaction().execute(async (trx) => {
    const rows = await trx.deleteFrom('chapter').where('is_example', '=', true).returning('document_id').execute()
    if (rows.length > 0)
      await trx
        .deleteFrom('document')
        .where(
          'id',
          'in',
          rows.map((row) => row.document_id),
        )
        .execute()
    return rows.length
  })
}
