import { outlineOf } from '../../reading/outline-of.ts'
import { sectionOf } from '../../schema/content.ts'
import type { SectionKey } from '../../schema/definitions.ts'
import type { DocJson } from '../../schema/json.ts'
import type { OutlineLine } from './outline.tsx'

/** Outline of the text as the server sent it. */
export function stillOutline(content: DocJson, sectionTitle: (key: string) => string): OutlineLine[] {
  const sections = content.content.filter((node) => node.type === 'section')
  if (sections.length === 0) return outlineOf(content)
  return sections.flatMap((node) => {
    const key = String(node.attrs?.key) as SectionKey
    return [{ level: 2, text: sectionTitle(key), id: key }, ...outlineOf({ type: 'section', content: sectionOf(content, key) })]
  })
}
