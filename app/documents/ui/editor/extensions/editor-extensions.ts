import type { Extensions } from '@tiptap/core'
import { Bold } from '@tiptap/extension-bold'
import { Code } from '@tiptap/extension-code'
import { Document } from '@tiptap/extension-document'
import { HardBreak } from '@tiptap/extension-hard-break'
import { Italic } from '@tiptap/extension-italic'
import { BulletList, ListItem, ListKeymap, OrderedList } from '@tiptap/extension-list'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Strike } from '@tiptap/extension-strike'
import { Text } from '@tiptap/extension-text'
import { Dropcursor, Gapcursor, Placeholder } from '@tiptap/extensions'
import type { CalloutKind } from '../../../schema/definitions.ts'
import { blockIds } from './block-ids.ts'
import { blockquote, callout, headings, horizontalRule, image } from './blocks.ts'
import { citation, contribution, deletion, insertion, link, sourceRef } from './inline.ts'
import { section } from './section.ts'
import { SharedSchema } from './shared-schema.ts'
import { table, tableCell, tableHeader, tableKeys, tableRow } from './table.ts'

export type Words = {
  /** The page's language, in which titles are shown; the text may be in another. */
  lang: string
  /** Title of a fixed section. */
  sectionTitle: (key: string) => string
  calloutTitle: (kind: CalloutKind) => string
  /** Shown in an empty text or section. */
  placeholder: string
}

/** One extension for each node and mark of the shared schema. */
const nodesAndMarks = (words: Words): Extensions => [
  Document,
  Paragraph,
  Text,
  headings,
  BulletList,
  OrderedList,
  ListItem,
  blockquote,
  callout.configure({ titleOf: words.calloutTitle }),
  horizontalRule,
  image,
  table,
  tableRow,
  tableHeader,
  tableCell,
  section.configure({ titleOf: words.sectionTitle, titleLang: words.lang }),
  HardBreak,
  citation,
  sourceRef,
  link,
  Bold,
  Code,
  Italic,
  Strike,
  insertion,
  deletion,
  contribution,
]

/** What the editor knows and does, the live connection aside: use it with `schemaSpec: schema.spec`. */
export function editorExtensions(words: Words): Extensions {
  return [
    SharedSchema,
    ...nodesAndMarks(words),
    ListKeymap,
    Dropcursor.configure({ color: false, class: 'drop-cursor' }),
    Gapcursor,
    Placeholder.configure({ placeholder: words.placeholder, includeChildren: true, showOnlyCurrent: true }),
    tableKeys,
    blockIds,
  ]
}
