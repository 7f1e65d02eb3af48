import { diffArrays, diffWordsWithSpace } from 'diff'
import type { NodeJson } from '../schema/json.ts'
import { wordsOf } from './text-of.ts'

export type DiffPart = { op: 'same' | 'added' | 'removed'; text: string }
/** One block of the comparison, in reading order. */
export type DiffBlock = { op: 'same' | 'added' | 'removed' | 'changed'; kind: string; level?: number; parts: DiffPart[] }

/** `level` is a heading's. */
type Line = { kind: string; level?: number; text: string }

/** Blocks that hold words directly, with what they are. */
function linesOf(node: NodeJson): Line[] {
  const { content } = node
  if (!content) return node.type === 'image' ? [{ kind: 'image', text: wordsOf(node) }] : []
  const isTextblock = content.every((child) => ['text', 'hardBreak', 'citation', 'sourceRef'].includes(child.type))
  if (!isTextblock) return content.flatMap(linesOf)
  const text = wordsOf(node)
  return text.trim() === '' ? [] : [{ ...whatItIs(node), text }]
}

const whatItIs = ({ type, attrs }: NodeJson) => (type === 'heading' ? { kind: type, level: Number(attrs?.level ?? 2) } : { kind: type })

const same = (a: Line, b: Line) => a.kind === b.kind && a.level === b.level && a.text === b.text

/** What changed between two texts: block by block, and word by word inside a block that was rewritten. Pure. */
export function diffTexts(before: NodeJson, after: NodeJson): DiffBlock[] {
  const changes = diffArrays(linesOf(before), linesOf(after), { comparator: same, maxEditLength: 20_000 }) ?? [
    { value: linesOf(before), removed: true, added: false },
    { value: linesOf(after), removed: false, added: true },
  ]
  const blocks: DiffBlock[] = []
  for (let index = 0; index < changes.length; index++) {
    const change = changes[index]!
    const next = changes[index + 1]
    if (change.removed && next?.added) {
      blocks.push(...rewritten(change.value, next.value))
      index++
    } else blocks.push(...change.value.map((line) => whole(line, change.added ? 'added' : change.removed ? 'removed' : 'same')))
  }
  return blocks
}

const kindOf = ({ text: _, ...kind }: Line) => kind

const whole = (line: Line, op: DiffPart['op']): DiffBlock => ({ op, ...kindOf(line), parts: [{ op, text: line.text }] })

/** Pairs blocks in order; those that share fewer than a third of their words are shown apart. */
function rewritten(before: readonly Line[], after: readonly Line[]): DiffBlock[] {
  const paired = Math.min(before.length, after.length)
  const blocks = Array.from({ length: paired }, (_, index) => pair(before[index]!, after[index]!)).flat()
  return [
    ...blocks,
    ...before.slice(paired).map((line) => whole(line, 'removed')),
    ...after.slice(paired).map((line) => whole(line, 'added')),
  ]
}

function pair(before: Line, after: Line): DiffBlock[] {
  const parts = (diffWordsWithSpace(before.text, after.text, { maxEditLength: 5_000 }) ?? []).map((part): DiffPart => ({
    op: part.added ? 'added' : part.removed ? 'removed' : 'same',
    text: part.value,
  }))
  const kept = parts.filter((part) => part.op === 'same').reduce((sum, part) => sum + part.text.trim().length, 0)
  if (kept * 3 < Math.max(before.text.length, after.text.length)) return [whole(before, 'removed'), whole(after, 'added')]
  return [{ op: 'changed', ...kindOf(after), parts }]
}

/** How many words were added or taken away. */
export const wordsChanged = (blocks: readonly DiffBlock[], op: 'added' | 'removed'): number =>
  blocks
    .flatMap((block) => block.parts)
    .filter((part) => part.op === op)
    .reduce((sum, part) => sum + part.text.split(/\s+/).filter(Boolean).length, 0)
