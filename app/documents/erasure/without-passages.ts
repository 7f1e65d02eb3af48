import type { NodeJson } from '../schema/json.ts'

/** Shorter passages would be found inside innocent words. */
export const shortestPassage = 3

/** One expression for all passages: case and the kind of white space do not matter. */
const patternOf = (passages: readonly string[]): RegExp =>
  new RegExp(
    passages
      .map((passage) => passage.trim())
      .toSorted((a, b) => b.length - a.length)
      .map((passage) => passage.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replace(/\s+/g, String.raw`\s+`))
      .join('|'),
    'giu',
  )

/**
 * The content without the passages, wherever they stand: across bold and plain words of a block, in the words of a
 * picture or a citation; a link whose address holds one is undone. Pure.
 */
export function withoutPassages<T extends NodeJson>(node: T, passages: readonly string[]): T {
  return cleaned(node, patternOf(passages)) as T
}

function cleaned(node: NodeJson, pattern: RegExp): NodeJson {
  const next: NodeJson = { ...node }
  if (node.attrs) next.attrs = cleanAttrs(node.attrs, pattern)
  const marks = node.marks?.filter((mark) => typeof mark.attrs?.href !== 'string' || !holds(mark.attrs.href, pattern))
  if (marks) next.marks = marks
  if (node.content) next.content = cutRuns(node.content, pattern).map((child) => cleaned(child, pattern))
  return next
}

/** Attributes that people write; the others (ids, keys, levels) are the machine's and mean something. */
const written = new Set(['alt', 'label'])

const cleanAttrs = (attrs: Record<string, unknown>, pattern: RegExp): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(attrs).map(([name, value]) => [
      name,
      typeof value === 'string' && written.has(name) ? value.replace(pattern, '') : value,
    ]),
  )

/** A global expression remembers where it was. */
const holds = (text: string, pattern: RegExp): boolean => text.search(pattern) >= 0

/** Cuts matches out of neighbouring text nodes as if they were one. Whatever else stands in between counts as a space. */
function cutRuns(nodes: readonly NodeJson[], pattern: RegExp): NodeJson[] {
  const whole = nodes.map((node) => node.text ?? ' ').join('')
  const gaps = [...whole.matchAll(pattern)].map((match): [number, number] => [match.index, match.index + match[0].length])
  if (gaps.length === 0 || nodes.every((node) => node.text === undefined)) return [...nodes]
  let at = 0
  return nodes.flatMap((node) => {
    const start = at
    at += node.text?.length ?? 1
    if (node.text === undefined) return [node]
    const text = node.text
      .split('')
      .filter((_, index) => !gaps.some(([from, to]) => start + index >= from && start + index < to))
      .join('')
    return text === '' ? [] : [{ ...node, text }]
  })
}
