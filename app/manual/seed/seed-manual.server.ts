import { addText, createDocument } from '#app/documents/create-document.server.ts'
import { publishWrittenTexts } from '#app/documents/editions/publish-written-texts.server.ts'
import { writeText } from '#app/documents/log/write-text.server.ts'
import { docFromMarkdown } from '#app/documents/markdown/sections.ts'
import type { MarkdownOptions } from '#app/documents/markdown/from-markdown.ts'
import { withBlockIds } from '#app/documents/schema/block-ids.ts'
import { citeBySlug } from '#app/shared/cite-by-slug.server.ts'
import type { Db } from '#db/connection.ts'
import { newId } from '#db/new-id.ts'
import { enqueueIndexing } from '#search/indexing.ts'
import { pinChapters, readyChapters } from '../pin-chapters.server.ts'
import {
  type ChapterContent,
  listChapterNames,
  readChapterContent,
  readManualEditions,
  readOldChapterContent,
} from './manual-content.server.ts'

type Options = Record<'it' | 'en', MarkdownOptions>
type Stored = { id: string; documentId: string; name: string }

/**
 * Loads the manual: first its texts as v0.1 had them, published and pinned, then the changes and translations of
 * v0.2, published and pinned; so that both versions can be read and compared. Does nothing when an edition exists.
 * The practices must be loaded first: chapters cite them. Returns the chapters.
 */
export async function seedManual(db: Db): Promise<number> {
  if (await db.selectFrom('manual_edition').select('version').limit(1).executeTakeFirst()) return 0
  const options: Options = { it: { cite: await citeBySlug(db, 'it') }, en: { cite: await citeBySlug(db, 'en') } }
  const [first, second, ...more] = await readManualEditions()
  if (!first || !second || more.length > 0) throw new Error('The starting manual has two editions')
  return await db.transaction().execute(async (trx) => {
    const stored: Stored[] = []
    for (const name of await listChapterNames()) stored.push(await insertChapter(trx, name, first, options))
    await closeEdition(trx, first, 1)
    for (const chapter of stored) await bringUpToDate(trx, chapter, first.version, second, options)
    await closeEdition(trx, second, 2)
    await enqueueIndexing(
      trx,
      stored.map(({ id }) => `chapter:${id}`),
    )
    return stored.length
  })
}

type Version = Awaited<ReturnType<typeof readManualEditions>>[number]

async function insertChapter(trx: Db, name: string, { version, date }: Version, options: Options): Promise<Stored> {
  const it = (await readOldChapterContent(version, name)) ?? (await required(name))
  const texts = { it: docFromMarkdown('chapter', it.body, options.it) }
  const documentId = await createDocument(trx, { kind: 'chapter', sourceLang: 'it', texts })
  const id = newId()
  await trx
    .insertInto('chapter')
    .values({
      id,
      slug: it.attributes.slug,
      document_id: documentId,
      state: 'published',
      published_at: new Date(date),
      ...columnsOf(it, undefined),
    })
    .execute()
  await publish(trx, documentId, date)
  return { id, documentId, name }
}

async function bringUpToDate(
  trx: Db,
  { id, documentId, name }: Stored,
  before: string,
  { date }: Version,
  options: Options,
): Promise<void> {
  const it = await required(name)
  const en = await readChapterContent(name, 'en')
  // Only what was rewritten: the same words written again would be another edition.
  if (await readOldChapterContent(before, name))
    await writeText(trx, {
      documentId,
      lang: 'it',
      personId: null,
      change: () => withBlockIds(docFromMarkdown('chapter', it.body, options.it)),
    })
  if (en) await addText(trx, { documentId, lang: 'en', content: docFromMarkdown('chapter', en.body, options.en) })
  await trx
    .updateTable('chapter')
    .set({ ...columnsOf(it, en), updated_at: new Date(date) })
    .where('id', '=', id)
    .execute()
  await publish(trx, documentId, date)
}

const columnsOf = (it: ChapterContent, en: ChapterContent | undefined) => ({
  number: it.attributes.number,
  title_it: it.attributes.title,
  title_en: en?.attributes.title ?? '',
  summary_it: it.attributes.summary,
  summary_en: en?.attributes.summary ?? '',
  sources: JSON.stringify({ it: it.attributes.sources, en: en?.attributes.sources ?? [] }),
})

async function required(name: string): Promise<ChapterContent> {
  const content = await readChapterContent(name, 'it')
  if (!content) throw new Error(`${name} has no Italian text`)
  return content
}

/** Publishes what is written; text and edition carry the day the content says, so that nothing looks changed since. */
async function publish(trx: Db, documentId: string, date: string): Promise<void> {
  const before = await trx.selectFrom('edition').select('id').where('document_id', '=', documentId).execute()
  await publishWrittenTexts(trx, documentId, null)
  await trx
    .updateTable('edition')
    .set({ published_at: new Date(date) })
    .where('document_id', '=', documentId)
    .$if(before.length > 0, (query) =>
      query.where(
        'id',
        'not in',
        before.map((row) => row.id),
      ),
    )
    .execute()
  await trx
    .updateTable('document_text')
    .set({ updated_at: new Date(date) })
    .where('document_id', '=', documentId)
    .execute()
}

async function closeEdition(trx: Db, { version, date, note_it, note_en }: Version, position: number): Promise<void> {
  await trx
    .insertInto('manual_edition')
    .values({ version, position, note_it, note_en, published_at: new Date(date) })
    .execute()
  await pinChapters(trx, version, await readyChapters(trx))
}
