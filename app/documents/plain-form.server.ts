import { createHash } from 'node:crypto'
import type { Db } from '#db/connection.ts'
import type { TextRef } from './access.ts'
import { readText } from './log/read-text.server.ts'
import { writeText } from './log/write-text.server.ts'
import { blocksFromMarkdown } from './markdown/from-markdown.ts'
import { keepUnchanged } from './markdown/keep-unchanged.ts'
import { markdownFromBlocks } from './markdown/to-markdown.ts'
import { type DocumentKind, sectionNode, sectionOf, sectionsOf } from './schema/content.ts'
import type { DocJson, NodeJson } from './schema/json.ts'

/** A text for the form without JavaScript: one field for each fixed section, or one (with an empty key) for all. */
export type PlainText = { fields: { key: string; markdown: string }[]; base: string }

const partsOf = (kind: DocumentKind, doc: DocJson): [string, NodeJson[]][] => {
  const sections = sectionsOf(kind)
  return sections.length === 0 ? [['', doc.content]] : sections.map((key) => [key, sectionOf(doc, key)])
}

function plainOf(kind: DocumentKind, doc: DocJson): PlainText {
  const fields = partsOf(kind, doc).map(([key, blocks]) => ({ key, markdown: markdownFromBlocks(blocks) }))
  return { fields, base: createHash('sha256').update(JSON.stringify(fields)).digest('hex').slice(0, 32) }
}

/** The draft as Markdown, and `base`, which tells later whether somebody changed it meanwhile. */
export async function readPlainText(db: Db, ref: TextRef, kind: DocumentKind): Promise<PlainText | undefined> {
  const doc = await readText(db, ref)
  return doc && plainOf(kind, doc)
}

type PlainWrite = TextRef & { kind: DocumentKind; personId: string; base: string; fields: ReadonlyMap<string, string> }
export type PlainOutcome = { ok: true } | { ok: false; reason: 'changed'; base: string }

/**
 * Writes the form's Markdown through the log; blocks that were not touched stay as they are. Refused as `changed`,
 * with the new base, when the text is no longer the one the form showed.
 */
export async function writePlainText(db: Db, { kind, base, fields, ...write }: PlainWrite): Promise<PlainOutcome> {
  let outcome: PlainOutcome = { ok: true }
  await writeText(db, {
    ...write,
    change: ({ json }) => {
      const doc = json()
      const now = plainOf(kind, doc)
      if (now.base !== base) {
        outcome = { ok: false, reason: 'changed', base: now.base }
        return undefined
      }
      return rewritten(kind, doc, fields)
    },
  })
  return outcome
}

function rewritten(kind: DocumentKind, doc: DocJson, fields: ReadonlyMap<string, string>): DocJson {
  const parts = partsOf(kind, doc).map(([key, blocks]): [string, NodeJson[]] => {
    const typed = fields.get(key)
    return [key, typed === undefined ? blocks : keepUnchanged(blocks, blocksFromMarkdown(typed))]
  })
  const sections = sectionsOf(kind)
  const blocks = parts[0]?.[1] ?? []
  if (sections.length === 0) return { type: 'doc', content: blocks.length > 0 ? blocks : [{ type: 'paragraph' }] }
  return { type: 'doc', content: sections.map((key) => sectionNode(key, parts.find(([part]) => part === key)?.[1] ?? [])) }
}
