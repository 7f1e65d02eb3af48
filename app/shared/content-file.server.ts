import { promises as fs } from 'node:fs'
import { parse } from 'yaml'
import type { z } from 'zod'

/**
 * Reads a Markdown file with YAML front matter, as the starting content has them (db/content).
 * Throws with the file's name when the front matter does not fit the schema.
 */
export async function readContentFile<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
): Promise<{ attributes: z.infer<Schema>; body: string }> {
  const text = (await fs.readFile(file, 'utf8')).replaceAll('\r\n', '\n')
  const [, frontMatter, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? []
  if (frontMatter === undefined || body === undefined) throw new Error(`${file}: no front matter`)
  const parsed = schema.safeParse(parse(frontMatter))
  if (!parsed.success) throw new Error(`${file}: ${parsed.error.message}`)
  return { attributes: parsed.data, body: body.trim() }
}
