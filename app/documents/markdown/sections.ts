import { type DocumentKind, sectionsOf, withSections } from '../schema/content.ts'
import { practiceSections, sessionSections } from '../schema/definitions.ts'
import type { DocJson, NodeJson } from '../schema/json.ts'
import { blocksFromMarkdown, type MarkdownOptions } from './from-markdown.ts'

const keys: readonly string[] = [...practiceSections, ...sessionSections]

/** Splits at `## key` lines; what comes before the first is under the empty key. Other headings are content. */
export function splitSections(markdown: string, known: readonly string[] = keys): Map<string, string> {
  const sections = new Map<string, string>([['', '']])
  let current = ''
  for (const line of markdown.replaceAll('\r\n', '\n').split('\n')) {
    const key = /^##\s+([a-z-]+)\s*$/.exec(line)?.[1]
    if (key !== undefined && known.includes(key)) {
      current = key
      if (!sections.has(key)) sections.set(key, '')
    } else sections.set(current, `${sections.get(current)}${line}\n`)
  }
  return sections
}

/**
 * A whole text of this kind from Markdown: sheets and sessions get their fixed sections from `## key` headings,
 * everything else is one flow.
 */
export function docFromMarkdown(kind: DocumentKind, markdown: string, options: MarkdownOptions = {}): DocJson {
  if (sectionsOf(kind).length === 0) {
    const content = blocksFromMarkdown(markdown, options)
    return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] }
  }
  const content = [...splitSections(markdown)].flatMap(([key, body]): NodeJson[] => {
    const blocks = blocksFromMarkdown(body, options)
    if (key === '') return blocks
    return [{ type: 'section', attrs: { key }, content: blocks.length > 0 ? blocks : [{ type: 'paragraph' }] }]
  })
  return withSections(kind, { type: 'doc', content })
}
