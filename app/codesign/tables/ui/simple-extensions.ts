import { type Extensions, Mark, Node } from '@tiptap/core'
import { Bold } from '@tiptap/extension-bold'
import { Document } from '@tiptap/extension-document'
import { HardBreak } from '@tiptap/extension-hard-break'
import { BulletList } from '@tiptap/extension-list/bullet-list'
import { ListItem } from '@tiptap/extension-list/item'
import { ListKeymap } from '@tiptap/extension-list/keymap'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Text } from '@tiptap/extension-text'
import { Placeholder } from '@tiptap/extensions/placeholder'
import type { DOMOutputSpec } from '@tiptap/pm/model'
import { type MarkDefinition, markDefinition, type NodeDefinition, nodeDefinition } from '#app/documents/schema/definitions.ts'
import { blockIds } from '#app/documents/ui/editor/extensions/block-ids.ts'
import { SharedSchema } from '#app/documents/ui/editor/extensions/shared-schema.ts'

type Attrs = Record<string, unknown>
type Shown = (attrs: Attrs) => DOMOutputSpec

const box =
  (tag: string, more: (attrs: Attrs) => Attrs = () => ({})): Shown =>
  (attrs) => [tag, { ...(attrs.lang ? { lang: attrs.lang } : {}), dir: attrs.dir ?? 'auto', ...more(attrs) }, 0]

/** How to show what a facilitator may have put there with the full editor; participants neither make it nor paste it. */
const shownNodes: Record<string, Shown> = {
  heading: (attrs) => box(`h${Number(attrs.level)}`)(attrs),
  orderedList: box('ol', ({ start }) => ({ start })),
  blockquote: box('blockquote', () => ({ class: 'blockquote' })),
  callout: box('div', ({ kind }) => ({ class: `callout callout-${String(kind)}` })),
  horizontalRule: () => ['hr'],
  image: ({ src, alt }) => ['figure', { class: 'figure' }, ['img', { class: 'figure-img img-fluid', src, alt }]],
  table: () => ['div', { class: 'table-responsive' }, ['table', { class: 'table' }, ['tbody', 0]]],
  tableRow: box('tr'),
  tableHeader: box('th', ({ colspan, rowspan }) => ({ colspan, rowspan })),
  tableCell: box('td', ({ colspan, rowspan }) => ({ colspan, rowspan })),
  section: box('section'),
  citation: ({ id, label }) => ['span', { class: 'citation', dir: 'auto' }, String(label || id)],
  sourceRef: ({ key }) => ['sup', { class: 'source-ref' }, String(key).replace(/^s/, '')],
}

const shownMarks: Record<string, Shown> = {
  link: ({ href }) => ['a', { href, rel: 'noopener' }, 0],
  code: () => ['code', 0],
  italic: () => ['em', 0],
  strike: () => ['s', 0],
  insertion: () => ['ins', { class: 'diff' }, 0],
  deletion: () => ['del', { class: 'diff' }, 0],
  contribution: () => ['span', { class: 'contributed' }, 0],
}

/** Attributes stay in the document and out of the page: `shown` says what of them is seen. */
const kept = (definition: NodeDefinition | MarkDefinition | undefined) =>
  Object.fromEntries(Object.keys(definition?.attributes ?? {}).map((name) => [name, { rendered: false, parseHTML: () => undefined }]))

const shownOnly: Extensions = [
  ...Object.entries(shownNodes).map(([name, shown]) =>
    Node.create({
      name,
      parseHTML: () => [],
      addAttributes: () => kept(nodeDefinition(name)),
      renderHTML: ({ node }) => shown(node.attrs),
    }),
  ),
  ...Object.entries(shownMarks).map(([name, shown]) =>
    Mark.create({
      name,
      parseHTML: () => [],
      addAttributes: () => kept(markDefinition(name)),
      renderHTML: ({ mark }) => shown(mark.attrs),
    }),
  ),
]

/** The participants' editor: paragraphs, bold, lists and undo. Use it with `schemaSpec: schema.spec`. */
export const simpleExtensions = (placeholder: string): Extensions => [
  SharedSchema,
  Document,
  Paragraph,
  Text,
  HardBreak,
  Bold,
  BulletList,
  ListItem,
  ListKeymap,
  ...shownOnly,
  Placeholder.configure({ placeholder, includeChildren: true, showOnlyCurrent: true }),
  blockIds,
]
