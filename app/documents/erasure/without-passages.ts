import type { NodeJson } from '../schema/json.ts'
import { cut, type FindPassages } from './passages.ts'

/**
 * The content without the passages, wherever they stand: across bold and plain words of a block, in the words of a
 * picture or a citation; a link whose address holds one is undone. Pure.
 */
export function withoutPassages<T extends NodeJson>(node: T, find: FindPassages): T {
  return cleaned(node, find) as T
}

function cleaned(node: NodeJson, find: FindPassages): NodeJson {
  const next: NodeJson = { ...node }
  if (node.attrs) next.attrs = cleanAttrs(node.attrs, find)
  const marks = node.marks?.filter((mark) => typeof mark.attrs?.href !== 'string' || find(mark.attrs.href).length === 0)
  if (marks) next.marks = marks
  if (node.content) next.content = cutRuns(node.content, find).map((child) => cleaned(child, find))
  return next
}

/** Attributes that people write; the others (ids, keys, levels) are the machine's and mean something. */
const written = new Set(['alt', 'label'])

const cleanAttrs = (attrs: Record<string, unknown>, find: FindPassages): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(attrs).map(([name, value]) => [name, typeof value === 'string' && written.has(name) ? cut(value, find) : value]),
  )

/** Cuts matches out of neighbouring text nodes as if they were one. Whatever else stands in between counts as a space. */
function cutRuns(nodes: readonly NodeJson[], find: FindPassages): NodeJson[] {
  if (nodes.every((node) => node.text === undefined)) return [...nodes]
  const gaps = find(nodes.map((node) => node.text ?? ' ').join(''))
  if (gaps.length === 0) return [...nodes]
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
