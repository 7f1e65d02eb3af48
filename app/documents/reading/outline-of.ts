import type { NodeJson } from '../schema/json.ts'
import { wordsOf } from './text-of.ts'

export type OutlineEntry = { id: string; level: number; text: string }

/** An anchor made of the heading's words; letters of every script stay. */
const anchorOf = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{Mark}+/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60) || 'parte'

/** Anchors of all headings, in order: equal titles are numbered, so that every link on the page is its own. */
export function headingIds(nodes: readonly NodeJson[]): Map<NodeJson, string> {
  const ids = new Map<NodeJson, string>()
  const taken = new Map<string, number>()
  const visit = (node: NodeJson): void => {
    if (node.type === 'heading') {
      const anchor = anchorOf(wordsOf(node))
      const count = (taken.get(anchor) ?? 0) + 1
      taken.set(anchor, count)
      ids.set(node, count === 1 ? anchor : `${anchor}-${count}`)
    }
    for (const child of node.content ?? []) visit(child)
  }
  nodes.forEach(visit)
  return ids
}

/** The headings of a text for its outline, with the anchors the reading view gives them. */
export const outlineOf = (doc: NodeJson): OutlineEntry[] =>
  [...headingIds(doc.content ?? [])].map(([node, id]) => ({ id, level: Number(node.attrs?.level ?? 2), text: wordsOf(node) }))
