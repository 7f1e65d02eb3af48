import { practiceSections, sessionSections, type SectionKey } from './definitions.ts'
import type { DocJson, NodeJson } from './json.ts'

/** What a document belongs to; a column of `document`, checked by the database too. */
export const documentKinds = ['practice', 'take-away', 'session', 'programme', 'chapter', 'page', 'process', 'table'] as const
export type DocumentKind = (typeof documentKinds)[number]

/** Fixed sections of a kind of document; empty when its text is free. */
export const sectionsOf = (kind: DocumentKind): readonly SectionKey[] =>
  kind === 'practice' ? practiceSections : kind === 'session' ? sessionSections : []

const paragraph = (): NodeJson => ({ type: 'paragraph' })

/**
 * A new text of a kind. Never an empty fragment: two people who open an empty text at once would each add a first paragraph.
 */
export function emptyContent(kind: DocumentKind): DocJson {
  const sections = sectionsOf(kind)
  return { type: 'doc', content: sections.length === 0 ? [paragraph()] : sections.map((key) => sectionNode(key, [])) }
}

/** A section node; a section is never without a block. */
export const sectionNode = (key: SectionKey, content: NodeJson[]): NodeJson => ({
  type: 'section',
  attrs: { key },
  content: content.length === 0 ? [paragraph()] : content,
})

/** Blocks of a section; empty when the text has no such section. */
export const sectionOf = (doc: DocJson, key: string): NodeJson[] =>
  doc.content.find((node) => node.type === 'section' && node.attrs?.key === key)?.content ?? []

/** True when nothing would be read: no letters, images or references. */
export const isBlank = (nodes: readonly NodeJson[]): boolean =>
  nodes.every(
    (node) =>
      (node.text ?? '').trim() === '' && !['image', 'citation', 'horizontalRule'].includes(node.type) && isBlank(node.content ?? []),
  )

/** The document with every fixed section of its kind, in order; what stands outside a section is kept at the end of the first. */
export function withSections(kind: DocumentKind, doc: DocJson): DocJson {
  const keys = sectionsOf(kind)
  if (keys.length === 0) return doc
  const loose = doc.content.filter((node) => node.type !== 'section')
  const sections = keys.map((key, index) => sectionNode(key, index === 0 ? [...sectionOf(doc, key), ...loose] : sectionOf(doc, key)))
  return { type: 'doc', content: sections }
}
