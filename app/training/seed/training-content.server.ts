import path from 'node:path'
import { z } from 'zod'
import { readContentFile } from '#app/shared/content-file.server.ts'
import { materialSchema } from '../training-lists.ts'

const folder = path.resolve(import.meta.dirname, '../../../db/content/training')

const source = z
  .object({ key: z.string(), url: z.string(), title: z.string(), publisher: z.string().default(''), read: z.string().nullish() })
  .transform(({ read, ...rest }) => ({ ...rest, readOn: read ?? null }))

const programmeSchema = z.object({
  slug: z.string(),
  title: z.string(),
  summary: z.string(),
  for_whom: z.string(),
  organisers: z.array(z.string()),
  place: z.string(),
  start: z.iso.date(),
  end: z.iso.date(),
  sources: z.array(source),
})

const sessionSchema = z.object({
  number: z.number().int(),
  slug: z.string(),
  date: z.iso.date(),
  start: z.string(),
  end: z.string(),
  title: z.string(),
  editorial_title: z.boolean(),
  summary: z.string(),
  experts: z.array(z.string()),
  materials: z.array(materialSchema),
  prompts: z.array(z.string()),
  chapter: z.string(),
  sources: z.array(source),
})

type TakeAwayContent = { title: string; markdown: string }

/** The 2023 programme as db/content tells it, in one language. */
export const readProgrammeContent = (lang: 'it' | 'en') => readContentFile(path.join(folder, `programme.${lang}.md`), programmeSchema)

/** One session: its front matter, lecture and operational part as Markdown, and its take-aways. */
export async function readSessionContent(number: number, lang: 'it' | 'en') {
  const { attributes, body } = await readContentFile(path.join(folder, `session-${number}.${lang}.md`), sessionSchema)
  const [text = '', takeAways = ''] = body.split(/^## take-aways$/m)
  return { attributes, markdown: text.trim(), takeAways: splitTakeAways(takeAways) }
}

/** Each `### title` opens a take-away. */
function splitTakeAways(markdown: string): TakeAwayContent[] {
  return markdown
    .split(/^### /m)
    .slice(1)
    .map((part) => {
      const [title = '', ...lines] = part.split('\n')
      return { title: title.trim(), markdown: lines.join('\n').trim() }
    })
}
