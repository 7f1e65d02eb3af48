import * as Y from 'yjs'
import { limits, markDefinition, type MarkDefinition, nodeDefinition, type NodeDefinition } from './definitions.ts'
import type { DocJson, MarkJson, NodeJson } from './json.ts'
import { childrenOf } from './schema.ts'

/** Why a text is refused; `where` names the node or mark. */
export type Problem = {
  reason: 'unknown-node' | 'unknown-mark' | 'bad-attribute' | 'bad-nesting' | 'too-deep' | 'too-many-nodes'
  where: string
}

/** First problem of an attribute set, or undefined. Missing attributes take their default. */
export function attributeProblem(
  name: string,
  definition: NodeDefinition | MarkDefinition,
  attrs: Record<string, unknown> | null | undefined,
): Problem | undefined {
  for (const [key, value] of Object.entries(attrs ?? {})) {
    const attribute = definition.attributes && Object.hasOwn(definition.attributes, key) ? definition.attributes[key] : undefined
    if (!attribute || (value !== undefined && !attribute.check(value)))
      return { reason: 'bad-attribute', where: `${name}.${key}`.slice(0, 120) }
  }
  return undefined
}

/** y-tiptap writes marks that may overlap as `name--hash`. */
export const markNameOf = (key: string): string => key.replace(/--[\w+/=-]{1,40}$/, '')

/** First problem of a mark, or undefined. `value` is the mark's attributes as Yjs stores them. */
export function markProblem(key: string, value: unknown): Problem | undefined {
  const name = markNameOf(key)
  const definition = markDefinition(name)
  if (!definition) return { reason: 'unknown-mark', where: name.slice(0, 60) }
  if (value === null) return undefined
  if (typeof value !== 'object' || Array.isArray(value)) return { reason: 'bad-attribute', where: name }
  return attributeProblem(name, definition, value as Record<string, unknown>)
}

type Walk = { count: number }

function nodeProblem(node: NodeJson, parent: string, depth: number, walk: Walk): Problem | undefined {
  const where = String(node?.type).slice(0, 60)
  const definition = typeof node?.type === 'string' ? nodeDefinition(node.type) : undefined
  if (!definition) return { reason: 'unknown-node', where }
  if (depth > limits.depth) return { reason: 'too-deep', where }
  if (++walk.count > limits.nodes) return { reason: 'too-many-nodes', where }
  if (parent !== '' && !childrenOf.get(parent)?.has(node.type)) return { reason: 'bad-nesting', where: `${where} in ${parent}` }
  if (node.type === 'text' && (typeof node.text !== 'string' || node.text.length === 0)) return { reason: 'bad-attribute', where: 'text' }
  return attributeProblem(where, definition, node.attrs) ?? marksProblem(node.marks) ?? contentProblem(node, depth, walk)
}

function marksProblem(marks: MarkJson[] | undefined): Problem | undefined {
  for (const mark of marks ?? []) {
    const problem = markProblem(String(mark?.type), mark?.attrs ?? {})
    if (problem) return problem
  }
  return undefined
}

function contentProblem(node: NodeJson, depth: number, walk: Walk): Problem | undefined {
  for (const child of node.content ?? []) {
    const problem = nodeProblem(child, node.type, depth + 1, walk)
    if (problem) return problem
  }
  return undefined
}

/** Walks a ProseMirror JSON document; undefined when everything in it may be stored and shown. */
export function jsonProblem(json: DocJson): Problem | undefined {
  if (json?.type !== 'doc' || !Array.isArray(json.content)) return { reason: 'unknown-node', where: 'doc' }
  return nodeProblem(json, '', 0, { count: 0 })
}

function elementProblem(element: Y.XmlElement, parent: string, depth: number, walk: Walk): Problem | undefined {
  const where = element.nodeName.slice(0, 60)
  const definition = nodeDefinition(element.nodeName)
  if (!definition) return { reason: 'unknown-node', where }
  if (depth > limits.depth) return { reason: 'too-deep', where }
  if (++walk.count > limits.nodes) return { reason: 'too-many-nodes', where }
  if (!childrenOf.get(parent)?.has(element.nodeName)) return { reason: 'bad-nesting', where: `${where} in ${parent}` }
  return attributeProblem(where, definition, element.getAttributes()) ?? childrenProblem(element, element.nodeName, depth, walk)
}

function textProblem(text: Y.XmlText, parent: string): Problem | undefined {
  if (!childrenOf.get(parent)?.has('text')) return { reason: 'bad-nesting', where: `text in ${parent}` }
  for (const part of text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]) {
    if (typeof part.insert !== 'string') return { reason: 'unknown-node', where: 'embed' }
    for (const [key, value] of Object.entries(part.attributes ?? {})) {
      const problem = markProblem(key, value)
      if (problem) return problem
    }
  }
  return undefined
}

function childrenProblem(type: Y.XmlFragment, parent: string, depth: number, walk: Walk): Problem | undefined {
  for (const child of type.toArray()) {
    if (child instanceof Y.XmlText) {
      const problem = textProblem(child, parent)
      if (problem) return problem
    } else if (child instanceof Y.XmlElement) {
      const problem = elementProblem(child, parent, depth + 1, walk)
      if (problem) return problem
    } else return { reason: 'unknown-node', where: 'fragment' }
  }
  return undefined
}

/** The same walk over the shared types of a loaded text. */
export const fragmentProblem = (fragment: Y.XmlFragment): Problem | undefined => childrenProblem(fragment, 'doc', 0, { count: 0 })
