import { type MarkSpec, type NodeSpec, Schema } from '@tiptap/pm/model'
import { type MarkDefinition, marks, type MarkName, type NodeDefinition, type NodeName, nodes } from './definitions.ts'
import type { Attributes } from './values.ts'

const attrs = (attributes: Attributes | undefined) =>
  attributes && Object.fromEntries(Object.entries(attributes).map(([name, attribute]) => [name, { default: attribute.default }]))

function specOf({ attributes, ...spec }: NodeDefinition & MarkDefinition): NodeSpec & MarkSpec {
  const given = attrs(attributes)
  return given ? { ...spec, attrs: given } : spec
}

const mapped = (all: Record<string, NodeDefinition | MarkDefinition>) =>
  Object.fromEntries(Object.entries(all).map(([name, definition]) => [name, specOf(definition)]))

/** The ProseMirror schema of every text, without DOM rules: the editor's Tiptap extensions add those and must equal it otherwise. */
export const schema: Schema<NodeName, MarkName> = new Schema<NodeName, MarkName>({
  nodes: mapped(nodes) as Record<NodeName, NodeSpec>,
  marks: mapped(marks) as Record<MarkName, MarkSpec>,
})

/** Names of the nodes that may stand directly inside a node, whatever their order: what a concurrent edit may bring together. */
export const childrenOf: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.values(schema.nodes).map((type) => {
    const names = new Set<string>()
    const seen = new Set([type.contentMatch])
    for (const match of seen)
      for (let edge = 0; edge < match.edgeCount; edge++) {
        names.add(match.edge(edge).type.name)
        seen.add(match.edge(edge).next)
      }
    return [type.name, names]
  }),
)
