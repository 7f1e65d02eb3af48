import { type Attributes, checks } from './values.ts'

/**
 * The one list of nodes and marks. The editor's extensions, the live server's validation, server-side writers and
 * the renderer all follow it; `schema.ts` turns it into a ProseMirror Schema. It is add-only: an element or
 * attribute that was ever stored is never renamed or removed, and `schemaVersion` grows when something is added
 * that an older editor would drop.
 */
export const schemaVersion = 2

export const limits = { depth: 32, nodes: 50_000, frameBytes: 8 * 1024 * 1024, documentBytes: 16 * 1024 * 1024 } as const

/** Sections of a practice sheet and of a training session: fixed, in this order, never deleted. */
export const practiceSections = [
  'problem',
  'how',
  'resources',
  'results',
  'evaluation',
  'strengths',
  'difficulties',
  'continuity',
  'transfer',
] as const
export const sessionSections = ['lecture', 'operational'] as const
export type SectionKey = (typeof practiceSections)[number] | (typeof sessionSections)[number]

export const calloutKinds = ['info', 'warning', 'example'] as const
export type CalloutKind = (typeof calloutKinds)[number]
export const headingLevels = [2, 3, 4] as const

export type NodeDefinition = {
  /** ProseMirror content expression. */
  content?: string
  group?: string
  inline?: boolean
  atom?: boolean
  defining?: boolean
  isolating?: boolean
  selectable?: boolean
  draggable?: boolean
  linebreakReplacement?: boolean
  /** Read by prosemirror-tables. */
  tableRole?: 'table' | 'row' | 'cell' | 'header_cell'
  attributes?: Attributes
}
export type MarkDefinition = { attributes?: Attributes; inclusive?: boolean; excludes?: string; code?: boolean }

const { orNull } = checks

/**
 * Carried by every block: `id` and `sourceHash` align translations block by block, `lang` and `dir` say how to
 * read it aloud, `suggestion` proposes the whole block (marks on blocks do not survive the Yjs binding).
 */
export const blockAttributes: Attributes = {
  id: { default: null, check: orNull(checks.blockId) },
  sourceHash: { default: null, check: orNull(checks.hash) },
  lang: { default: null, check: orNull(checks.language) },
  dir: { default: null, check: orNull(checks.oneOf('ltr', 'rtl', 'auto')) },
  suggestion: { default: null, check: orNull(checks.suggestion) },
}
const suggestion = { suggestion: { default: null, check: orNull(checks.suggestion) } }

const cell = {
  ...blockAttributes,
  colspan: { default: 1, check: checks.whole(1, 50) },
  rowspan: { default: 1, check: checks.whole(1, 500) },
  colwidth: { default: null, check: orNull(checks.columnWidths) },
}

/** Order matters: the first node of the group `block` is what an empty place is filled with. */
export const nodes = {
  doc: { content: '(block | section)+' },
  paragraph: { content: 'inline*', group: 'block', attributes: blockAttributes },
  heading: {
    content: 'inline*',
    group: 'block',
    defining: true,
    attributes: { level: { default: 2, check: checks.oneOf(...headingLevels) }, ...blockAttributes },
  },
  bulletList: { content: 'listItem+', group: 'block list', attributes: blockAttributes },
  orderedList: {
    content: 'listItem+',
    group: 'block list',
    attributes: {
      start: { default: 1, check: checks.whole(0, 100_000) },
      type: { default: null, check: orNull(checks.oneOf('1', 'a', 'A', 'i', 'I')) },
      ...blockAttributes,
    },
  },
  listItem: { content: 'paragraph block*', defining: true, attributes: blockAttributes },
  blockquote: { content: 'block+', group: 'block', defining: true, attributes: blockAttributes },
  callout: {
    content: 'block+',
    group: 'block',
    defining: true,
    attributes: { kind: { default: 'info', check: checks.oneOf(...calloutKinds) }, ...blockAttributes },
  },
  horizontalRule: { group: 'block', attributes: blockAttributes },
  image: {
    group: 'block',
    atom: true,
    draggable: true,
    attributes: {
      src: { default: null, check: orNull(checks.imageSource) },
      alt: { default: '', check: checks.text(500) },
      decorative: { default: false, check: checks.boolean },
      width: { default: null, check: orNull(checks.whole(1, 20_000)) },
      height: { default: null, check: orNull(checks.whole(1, 20_000)) },
      ...blockAttributes,
    },
  },
  table: { content: 'tableRow+', group: 'block', tableRole: 'table', isolating: true, attributes: blockAttributes },
  tableRow: { content: '(tableCell | tableHeader)*', tableRole: 'row', attributes: blockAttributes },
  tableHeader: { content: 'block+', tableRole: 'header_cell', isolating: true, attributes: cell },
  tableCell: { content: 'block+', tableRole: 'cell', isolating: true, attributes: cell },
  section: {
    content: 'block+',
    defining: true,
    isolating: true,
    attributes: { key: { default: null, check: orNull(checks.oneOf(...practiceSections, ...sessionSections)) }, ...blockAttributes },
  },
  text: { group: 'inline' },
  hardBreak: { group: 'inline', inline: true, selectable: false, linebreakReplacement: true },
  citation: {
    group: 'inline',
    inline: true,
    atom: true,
    attributes: {
      id: { default: null, check: orNull(checks.catalogueId) },
      label: { default: '', check: checks.text(300) },
      ...suggestion,
    },
  },
  sourceRef: {
    group: 'inline',
    inline: true,
    atom: true,
    attributes: { key: { default: null, check: orNull(checks.sourceKey) }, ...suggestion },
  },
} as const satisfies Record<string, NodeDefinition>

const change = {
  id: { default: null, check: orNull(checks.text(64)) },
  author: { default: null, check: orNull(checks.text(64)) },
  at: { default: null, check: orNull(checks.text(40)) },
}

export const marks = {
  link: { inclusive: false, attributes: { href: { default: null, check: orNull(checks.href) } } },
  bold: {},
  // Not '_' as Tiptap has it: suggested insertions and deletions must be possible inside code too.
  code: { code: true, excludes: 'code bold italic strike' },
  italic: {},
  strike: {},
  insertion: { inclusive: false, attributes: change },
  deletion: { inclusive: false, attributes: change },
  // Since version 2. Words that came from a participant's contribution: the ledger follows them through any editing.
  contribution: { inclusive: false, attributes: { id: { default: null, check: orNull(checks.uuid) } } },
} as const satisfies Record<string, MarkDefinition>

export type NodeName = keyof typeof nodes
export type MarkName = keyof typeof marks

/** Definition by a name that came from outside; undefined when the name is not ours. */
export const nodeDefinition = (name: string): NodeDefinition | undefined =>
  Object.hasOwn(nodes, name) ? nodes[name as NodeName] : undefined
export const markDefinition = (name: string): MarkDefinition | undefined =>
  Object.hasOwn(marks, name) ? marks[name as MarkName] : undefined
