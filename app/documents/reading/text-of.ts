import type { NodeJson } from '../schema/json.ts'

const isInline = (node: NodeJson) => ['text', 'hardBreak', 'citation', 'sourceRef'].includes(node.type)

/** Words of an inline or block node; a citation reads as its label, a source reference as nothing. */
export function wordsOf(node: NodeJson): string {
  if (node.text !== undefined) return node.text
  if (node.type === 'hardBreak') return '\n'
  if (node.type === 'citation') return String(node.attrs?.label ?? '')
  if (node.type === 'image') return node.attrs?.decorative === true ? '' : String(node.attrs?.alt ?? '')
  const parts = (node.content ?? []).map(wordsOf)
  return node.content?.some((child) => !isInline(child)) ? parts.filter((part) => part.trim() !== '').join('\n') : parts.join('')
}

/** A text as plain lines, one per block: what search indexes and editions keep beside their content. */
export function textOf(content: NodeJson | readonly NodeJson[]): string {
  const nodes = Array.isArray(content) ? (content as readonly NodeJson[]) : [content as NodeJson]
  return nodes
    .map(wordsOf)
    .filter((part) => part.trim() !== '')
    .join('\n')
}

/** Catalogue ids a text cites, each once, in order: for cards and backlinks. */
export function citedIds(content: NodeJson | readonly NodeJson[]): string[] {
  const ids = new Set<string>()
  const visit = (node: NodeJson): void => {
    if (node.type === 'citation' && typeof node.attrs?.id === 'string') ids.add(node.attrs.id)
    for (const child of node.content ?? []) visit(child)
  }
  for (const node of Array.isArray(content) ? (content as readonly NodeJson[]) : [content as NodeJson]) visit(node)
  return [...ids]
}

/**
 * The text without open suggestions, as readers see it: what is proposed is left out, what is proposed for deletion
 * still stands.
 */
export function withoutSuggestions<T extends NodeJson>(node: T): T {
  const { content, marks, attrs, ...rest } = node
  const next: NodeJson = rest
  if (attrs) {
    const { suggestion, ...kept } = attrs
    if (Object.keys(kept).length > 0) next.attrs = kept
  }
  const kept = marks?.filter((mark) => mark.type !== 'insertion' && mark.type !== 'deletion')
  if (kept && kept.length > 0) next.marks = kept
  if (content) next.content = content.filter((child) => !isProposed(child)).map(withoutSuggestions)
  return next as T
}

const isProposed = (node: NodeJson): boolean =>
  (node.attrs?.suggestion as { op?: string } | null | undefined)?.op === 'insert' ||
  (node.marks?.some((mark) => mark.type === 'insertion') ?? false)
