import type { Db } from '#db/connection.ts'

type Cite = (type: string, slug: string) => { id: string; label: string } | undefined

/** Sheets of every type are written `practice:slug` in the starting content. */
const sheets = ['practice', 'memorandum', 'pact', 'project', 'event']

/**
 * Finds public records by what stands in texts as `practice:slug`, with their title in a language: for reading
 * Markdown into documents. Read once, asked often. Throws for a slug that is not public, since content that cites it
 * would lose a link without anybody noticing.
 */
export async function citeBySlug(db: Db, lang: 'it' | 'en'): Promise<Cite> {
  const rows = await db.selectFrom('catalogue_entry').select(['id', 'type', 'lang', 'title', 'url']).orderBy('lang').execute()
  const found = new Map<string, { id: string; label: string }>()
  for (const { id, type, lang: text, title, url } of rows) {
    const slug = url.split(/[/#]/).at(-1)
    if (!slug) continue
    const key = `${sheets.includes(type) ? 'practice' : type}:${slug}`
    if (!found.has(key) || text === lang) found.set(key, { id, label: title })
  }
  return (type, slug) => {
    const record = found.get(`${type}:${slug}`)
    if (!record) throw new Error(`The content cites ${type}:${slug}, which is not public`)
    return record
  }
}
