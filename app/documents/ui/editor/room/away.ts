import type { NodeJson } from '../../../schema/json.ts'

/** One block that others wrote, rewrote or took away: `text` from where it differs. `id` leads to it while it is there. */
export type AwayChange = { op: 'added' | 'changed' | 'removed'; id: string | undefined; text: string }

type Block = { id: string | undefined; text: string }

const isInline = (node: NodeJson) => ['text', 'hardBreak', 'citation', 'sourceRef'].includes(node.type)

const wordsIn = (node: NodeJson): string => node.text ?? (node.content ?? []).map(wordsIn).join('')

/** Blocks that hold words themselves, in order. */
function blocksOf(node: NodeJson): Block[] {
  const content = node.content ?? []
  if (content.length > 0 && content.every(isInline)) {
    const id = typeof node.attrs?.id === 'string' ? node.attrs.id : undefined
    const text = wordsIn(node).trim()
    return text === '' ? [] : [{ id, text }]
  }
  return content.flatMap(blocksOf)
}

/**
 * What changed in a text between two looks at it, block by block: blocks are told by their identity, those without one
 * by their words. Pure.
 */
export function changesBetween(before: NodeJson, after: NodeJson): AwayChange[] {
  const [old, now] = [blocksOf(before), blocksOf(after)]
  const known = new Map(old.flatMap((block) => (block.id === undefined ? [] : [[block.id, block.text] as const])))
  const words = new Set(old.filter((block) => block.id === undefined).map((block) => block.text))
  const changes: AwayChange[] = []
  for (const { id, text } of now) {
    const earlier = id === undefined ? undefined : known.get(id)
    if (id === undefined ? !words.has(text) : earlier === undefined) changes.push({ op: 'added', id, text })
    else if (id !== undefined && earlier !== text) changes.push({ op: 'changed', id, text: fromDifference(earlier ?? '', text) })
  }
  const left = new Set(now.map((block) => block.id ?? block.text))
  for (const { id, text } of old) if (!left.has(id ?? text)) changes.push({ op: 'removed', id: undefined, text })
  return changes
}

const before = 30

/** The text from a little before it differs. */
function fromDifference(earlier: string, text: string): string {
  let at = 0
  while (at < earlier.length && earlier[at] === text[at]) at++
  if (at <= before) return text
  const start = text.slice(0, at).lastIndexOf(' ', at - before) // at the beginning of a word, when there is one near
  return `…${text.slice(start > at - 2 * before ? start : at - before)}`
}
