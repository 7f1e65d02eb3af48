import type { Db } from '#db/connection.ts'
import type { TextRef } from '../access.ts'
import { sectionNode, sectionOf } from '../schema/content.ts'
import type { SectionKey } from '../schema/definitions.ts'
import type { NodeJson } from '../schema/json.ts'
import { readText } from './read-text.server.ts'
import { writeText } from './write-text.server.ts'

/** Blocks of one section of the draft; empty when the text or the section is not there. */
export async function readSection(db: Db, ref: TextRef, key: SectionKey): Promise<NodeJson[]> {
  const text = await readText(db, ref)
  return text ? sectionOf(text, key) : []
}

type SectionWrite = TextRef & { personId: string | null; sections: Partial<Record<SectionKey, NodeJson[]>> }

/**
 * Replaces the content of these sections, for forms without JavaScript, CSV and API; the others stay as they are.
 * Returns false when nothing changed.
 */
export function writeSections(db: Db, { sections, ...write }: SectionWrite): Promise<boolean> {
  return writeText(db, {
    ...write,
    change: ({ json }) => {
      const doc = json()
      const given = Object.entries(sections) as [SectionKey, NodeJson[]][]
      const missing = given.filter(([key]) => !doc.content.some((node) => node.type === 'section' && node.attrs?.key === key))
      const content = doc.content.map((node) => {
        const blocks = node.type === 'section' ? sections[node.attrs?.key as SectionKey] : undefined
        return blocks ? { ...node, content: sectionNode(node.attrs?.key as SectionKey, blocks).content } : node
      })
      return { type: 'doc', content: [...content, ...missing.map(([key, blocks]) => sectionNode(key, blocks))] }
    },
  })
}
