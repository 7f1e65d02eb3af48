import type { DocJson, NodeJson } from '#app/documents/schema/json.ts'
import { wordsOf } from '#app/documents/reading/text-of.ts'

/** Where a contribution stands in a text: its own words, and the whole block they are part of now. */
export type Passage = { words: string; block: string }

const contributionOf = (node: NodeJson): string | undefined => {
  const id = node.marks?.find((mark) => mark.type === 'contribution')?.attrs?.id
  return typeof id === 'string' ? id : undefined
}

const holdsText = (node: NodeJson): boolean => node.content?.some((child) => child.text !== undefined) ?? false

/** Every contribution whose words stand in a text, with the passages that carry them, in order. Pure. */
export function passagesIn(content: NodeJson): Map<string, Passage[]> {
  const found = new Map<string, Passage[]>()
  const visit = (node: NodeJson): void => {
    if (!holdsText(node)) return node.content?.forEach(visit)
    const words = new Map<string, string>()
    for (const child of node.content ?? []) {
      const id = contributionOf(child)
      if (id !== undefined) words.set(id, (words.get(id) ?? '') + wordsOf(child))
    }
    for (const [id, own] of words) found.set(id, [...(found.get(id) ?? []), { words: own, block: wordsOf(node) }])
  }
  visit(content)
  return found
}

/** The text without the words of one contribution; a block of which nothing else is left goes too. Pure. */
export function withoutContribution(doc: DocJson, id: string): DocJson {
  const content = doc.content.flatMap((node) => cleaned(node, id))
  return { ...doc, content: content.length > 0 ? content : [{ type: 'paragraph' }] }
}

function cleaned(node: NodeJson, id: string): NodeJson[] {
  if (!node.content) return [node]
  const content = node.content.flatMap((child) => (contributionOf(child) === id ? [] : cleaned(child, id)))
  if (content.length === node.content.length && content.every((child, place) => child === node.content?.[place])) return [node]
  if (content.length > 0) return [{ ...node, content }]
  // Sections and cells are never without a block; a paragraph, quote or list item that held nothing else goes.
  return keepsItsPlace.has(node.type) ? [{ ...node, content: [{ type: 'paragraph' }] }] : []
}

const keepsItsPlace = new Set(['section', 'tableCell', 'tableHeader'])
