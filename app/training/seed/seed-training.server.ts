import { createDocument } from '#app/documents/create-document.server.ts'
import { publishWrittenTexts } from '#app/documents/editions/publish-written-texts.server.ts'
import { docFromMarkdown } from '#app/documents/markdown/sections.ts'
import type { MarkdownOptions } from '#app/documents/markdown/from-markdown.ts'
import { citeBySlug } from '#app/shared/cite-by-slug.server.ts'
import { slugOf } from '#app/shared/slug.ts'
import type { Db } from '#db/connection.ts'
import { newId } from '#db/new-id.ts'
import { enqueueIndexing } from '#search/indexing.ts'
import { publicTrainingIds } from '../public-training-ids.server.ts'
import { atRome } from '#app/shared/rome-time.ts'
import { readProgrammeContent, readSessionContent } from './training-content.server.ts'

type Options = Record<'it' | 'en', MarkdownOptions>
const SESSIONS = [1, 2, 3, 4, 5, 6]

/**
 * Loads the 2023 programme with its six sessions and their take-aways, in Italian and English, published. Does
 * nothing when it is there already. The practices must be loaded first: texts cite them. Returns the take-aways.
 */
export async function seedTraining(db: Db): Promise<number> {
  const it = await readProgrammeContent('it')
  const known = await db.selectFrom('programme').select('id').where('slug', '=', it.attributes.slug).executeTakeFirst()
  if (known) return 0
  const options: Options = { it: { cite: await citeBySlug(db, 'it') }, en: { cite: await citeBySlug(db, 'en') } }
  return await db.transaction().execute(async (trx) => {
    const programmeId = await insertProgramme(trx, options)
    let takeAways = 0
    for (const number of SESSIONS) takeAways += await insertSession(trx, programmeId, number, options)
    await enqueueIndexing(trx, await publicTrainingIds(trx, programmeId))
    return takeAways
  })
}

async function insertProgramme(trx: Db, options: Options): Promise<string> {
  const it = await readProgrammeContent('it')
  const en = await readProgrammeContent('en')
  const texts = { it: docFromMarkdown('programme', it.body, options.it), en: docFromMarkdown('programme', en.body, options.en) }
  const documentId = await createDocument(trx, { kind: 'programme', sourceLang: 'it', texts })
  const id = newId()
  await trx
    .insertInto('programme')
    .values({
      id,
      slug: it.attributes.slug,
      document_id: documentId,
      title_it: it.attributes.title,
      title_en: en.attributes.title,
      summary_it: it.attributes.summary,
      summary_en: en.attributes.summary,
      for_whom_it: it.attributes.for_whom,
      for_whom_en: en.attributes.for_whom,
      place_it: it.attributes.place,
      place_en: en.attributes.place,
      organisers: JSON.stringify({ it: it.attributes.organisers, en: en.attributes.organisers }),
      sources: JSON.stringify({ it: it.attributes.sources, en: en.attributes.sources }),
      starts_on: it.attributes.start,
      ends_on: it.attributes.end,
      published_at: new Date(),
    })
    .execute()
  await publishWrittenTexts(trx, documentId, null)
  return id
}

async function insertSession(trx: Db, programmeId: string, number: number, options: Options): Promise<number> {
  const it = await readSessionContent(number, 'it')
  const en = await readSessionContent(number, 'en')
  const texts = { it: docFromMarkdown('session', it.markdown, options.it), en: docFromMarkdown('session', en.markdown, options.en) }
  const documentId = await createDocument(trx, { kind: 'session', sourceLang: 'it', texts })
  const id = newId()
  const both = <Key extends 'experts' | 'materials' | 'prompts' | 'sources'>(key: Key) =>
    JSON.stringify({ it: it.attributes[key], en: en.attributes[key] })
  await trx
    .insertInto('training_session')
    .values({
      id,
      programme_id: programmeId,
      number,
      slug: it.attributes.slug,
      document_id: documentId,
      title_it: it.attributes.title,
      title_en: en.attributes.title,
      editorial_title: it.attributes.editorial_title,
      summary_it: it.attributes.summary,
      summary_en: en.attributes.summary,
      starts_at: atRome(it.attributes.date, it.attributes.start),
      ends_at: atRome(it.attributes.date, it.attributes.end),
      experts: both('experts'),
      materials: both('materials'),
      prompts: both('prompts'),
      sources: both('sources'),
      chapter_slug: it.attributes.chapter,
    })
    .execute()
  await publishWrittenTexts(trx, documentId, null)
  return await insertTakeAways(trx, id, it.takeAways, en.takeAways, options)
}

type Content = Awaited<ReturnType<typeof readSessionContent>>['takeAways']

async function insertTakeAways(trx: Db, sessionId: string, it: Content, en: Content, options: Options): Promise<number> {
  if (it.length !== en.length) throw new Error(`A session has ${it.length} take-aways in Italian and ${en.length} in English`)
  for (const [index, takeAway] of it.entries()) {
    const twin = en[index]
    const texts = {
      it: docFromMarkdown('take-away', takeAway.markdown, options.it),
      en: docFromMarkdown('take-away', twin?.markdown ?? '', options.en),
    }
    const documentId = await createDocument(trx, { kind: 'take-away', sourceLang: 'it', texts })
    await trx
      .insertInto('take_away')
      .values({
        id: newId(),
        session_id: sessionId,
        position: index + 1,
        slug: slugOf(takeAway.title, `in-sintesi-${index + 1}`),
        document_id: documentId,
        title_it: takeAway.title,
        title_en: twin?.title ?? '',
        published_at: new Date(),
        example_text: true,
      })
      .execute()
    await publishWrittenTexts(trx, documentId, null)
  }
  return it.length
}
