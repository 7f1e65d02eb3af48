import { promises as fs } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { readContentFile } from '#app/shared/content-file.server.ts'

const folder = path.resolve(import.meta.dirname, '../../../db/content/manual')

/** YAML reads an unquoted day as a date. */
const day = z.union([z.iso.date(), z.date().transform((date) => date.toISOString().slice(0, 10))])

const chapterSchema = z.object({
  slug: z.string(),
  number: z.number().int(),
  title: z.string(),
  summary: z.string(),
  sources: z.array(
    z
      .object({ key: z.string(), url: z.string(), title: z.string(), publisher: z.string().default(''), checked: day })
      .transform(({ checked, ...source }) => ({ ...source, readOn: checked })),
  ),
})

const editionsSchema = z.array(z.object({ version: z.string(), date: day, note_it: z.string(), note_en: z.string() }))

export type ChapterContent = { attributes: z.infer<typeof chapterSchema>; body: string }

/** Editions of the book in db/content, the oldest first. */
export const readManualEditions = async () => editionsSchema.parse(parse(await fs.readFile(path.join(folder, 'editions.yaml'), 'utf8')))

/** Names of the chapters' files without language, in the order of the book. */
export async function listChapterNames(): Promise<string[]> {
  const files = await fs.readdir(folder)
  return files
    .filter((file) => file.endsWith('.it.md'))
    .map((file) => file.slice(0, -'.it.md'.length))
    .sort()
}

/** A chapter's text in a language; undefined when it is not translated. */
export async function readChapterContent(name: string, lang: 'it' | 'en'): Promise<ChapterContent | undefined> {
  return await readIfThere(path.join(folder, `${name}.${lang}.md`))
}

/** A chapter's Italian text as an older version had it, where that differed. */
export async function readOldChapterContent(version: string, name: string): Promise<ChapterContent | undefined> {
  return await readIfThere(path.join(folder, version, `${name}.it.md`))
}

async function readIfThere(file: string): Promise<ChapterContent | undefined> {
  const there = await fs.access(file).then(
    () => true,
    () => false,
  )
  return there ? await readContentFile(file, chapterSchema) : undefined
}
