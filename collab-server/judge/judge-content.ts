import * as Y from 'yjs'
import { limits, nodeDefinition } from '#app/documents/schema/definitions.ts'
import { childrenOf } from '#app/documents/schema/schema.ts'
import { attributeProblem, markProblem } from '#app/documents/schema/validate.ts'
import type { Overlay, Placed } from './overlay.ts'

/** Why an update is refused; told to its author, who keeps the text as a recovered copy. */
export type Refusal =
  | 'malformed'
  | 'too-slow'
  | 'too-large'
  | 'foreign-client'
  | 'unknown-node'
  | 'unknown-mark'
  | 'bad-attribute'
  | 'bad-nesting'
  | 'too-deep'
  | 'too-many-nodes'
  | 'fixed-sections'
  | 'gap'
  | 'read-only'
  | 'too-fast'

/** What is wrong with a new item in its place, or undefined. Yjs turns items whose neighbours are gone into nothing. */
export function contentRefusal(item: Y.Item, { holder, key }: Placed, overlay: Overlay): Refusal | undefined {
  const { content } = item
  if (holder.kind === 'gone' || content instanceof Y.ContentDeleted) return undefined
  if (holder.kind === 'foreign') return 'unknown-node'
  if (content instanceof Y.ContentString) return holder.kind === 'text' && key === null ? undefined : 'bad-nesting'
  if (content instanceof Y.ContentFormat) {
    if (holder.kind !== 'text' || key !== null) return 'bad-nesting'
    return markProblem(content.key, content.value)?.reason
  }
  if (content instanceof Y.ContentAny) {
    const definition = holder.kind === 'element' && key !== null ? nodeDefinition(holder.name) : undefined
    if (!definition || holder.kind !== 'element' || key === null) return 'bad-attribute'
    return content.arr.every(
      (value) => value === null || attributeProblem(holder.name, definition, { [key]: value as unknown }) === undefined,
    )
      ? undefined
      : 'bad-attribute'
  }
  if (content instanceof Y.ContentType && key === null)
    return typeRefusal(content.type as Y.AbstractType<unknown>, { holder, key }, overlay)
  return 'unknown-node'
}

function typeRefusal(type: Y.AbstractType<unknown>, { holder }: Placed, overlay: Overlay): Refusal | undefined {
  const parent = holder.kind === 'root' ? 'doc' : holder.kind === 'element' ? holder.name : undefined
  const allowed = parent === undefined ? undefined : childrenOf.get(parent)
  if (!allowed) return 'bad-nesting'
  if (type instanceof Y.XmlText) return allowed.has('text') ? undefined : 'bad-nesting'
  if (!(type instanceof Y.XmlElement) || type instanceof Y.XmlHook) return 'unknown-node'
  if (!nodeDefinition(type.nodeName)) return 'unknown-node'
  if (!allowed.has(type.nodeName)) return 'bad-nesting'
  if (holder.kind === 'element' && holder.depth() + 1 > limits.depth) return 'too-deep'
  if (holder.kind === 'root' && type.nodeName !== 'section' && overlay.sectioned) return 'fixed-sections'
  overlay.elements++
  return undefined
}
