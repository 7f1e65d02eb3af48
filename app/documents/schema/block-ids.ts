import type { DocJson, NodeJson } from './json.ts'

/** Blocks that are aligned with their translation. */
const aligned = new Set(['paragraph', 'heading', 'image', 'callout', 'blockquote', 'table'])
export const isAligned = (type: string): boolean => aligned.has(type)

/** Gives an id to every block that can be translated by itself and has none; ids already there stay. */
export function withBlockIds(doc: DocJson): DocJson {
  const taken = new Set<string>()
  const visit = (node: NodeJson): NodeJson => {
    const next = { ...node }
    const given = node.attrs?.id
    if (aligned.has(node.type) && (typeof given !== 'string' || taken.has(given))) next.attrs = { ...node.attrs, id: newBlockId() }
    if (aligned.has(node.type)) taken.add(String(next.attrs?.id))
    if (node.content) next.content = node.content.map(visit)
    return next
  }
  return { ...doc, content: doc.content.map(visit) }
}

/** Twelve letters and digits: unique within a document with great certainty, and short in every stored update. */
export const newBlockId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => '0123456789abcdefghijklmnopqrstuv'[byte % 32]).join('')
