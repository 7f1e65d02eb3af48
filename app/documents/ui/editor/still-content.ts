import type { DocJson, NodeJson } from '../../schema/json.ts'

/** Takes no room on its line, and is not a space that would be trimmed. */
const zeroWidth = '\u200B'

/**
 * The draft as the static page shows it before the live editor takes over: empty paragraphs and sections keep their
 * place, so that nothing moves at the change.
 */
export function stillContent(doc: DocJson): DocJson {
  return { ...doc, content: doc.content.map(withPlace) }
}

function withPlace(node: NodeJson): NodeJson {
  const isEmptyLine = (node.type === 'paragraph' || node.type === 'heading') && (node.content ?? []).length === 0
  if (isEmptyLine) return { ...node, content: [{ type: 'text', text: zeroWidth }] }
  return node.content ? { ...node, content: node.content.map(withPlace) } : node
}
