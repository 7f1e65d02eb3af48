import { type Attribute as EditorAttribute, Extension } from '@tiptap/core'
import { blockAttributes, type MarkDefinition, nodeDefinition, type NodeDefinition } from '../../../schema/definitions.ts'
import { marks, nodes } from '../../../schema/definitions.ts'
import type { Attribute } from '../../../schema/values.ts'

/** A value that was pasted or read from the page counts only when the shared schema allows it. */
function parsed(name: string, attribute: Attribute, element: HTMLElement): unknown {
  const text = element.getAttribute(name)
  if (text === null) return undefined
  const value = typeof attribute.default === 'number' ? Number(text) : text
  return attribute.check(value) ? value : undefined
}

/** How one attribute of the shared schema meets the page. */
function editorAttribute(name: string, attribute: Attribute): EditorAttribute {
  const initial = attribute.default
  // A copy of a block is another block: identity, source and proposal stay with the original.
  if (attribute === blockAttributes.id || name === 'sourceHash' || name === 'suggestion')
    return { default: initial, rendered: false, keepOnSplit: false, parseHTML: () => undefined }
  // The words decide their own direction unless someone set one; nothing is stored for that.
  if (name === 'dir') return { default: initial, renderHTML: ({ dir }) => ({ dir: dir ?? 'auto' }), parseHTML: () => undefined }
  return {
    default: initial,
    parseHTML: (element) => parsed(name, attribute, element),
    renderHTML: (values) => (values[name] === initial ? {} : { [name]: values[name] }),
  }
}

function attributesOf({ attributes = {} }: NodeDefinition & MarkDefinition): Record<string, EditorAttribute> {
  return Object.fromEntries(Object.entries(attributes).map(([name, attribute]) => [name, editorAttribute(name, attribute)]))
}

/**
 * The shared schema's side of the editor. Structure (content, groups, defaults) comes from `schemaSpec`, so the editor
 * cannot differ from what the server validates; here is only how attributes are read from and written to the page,
 * and the table roles, which Tiptap passes on through this hook alone.
 */
export const SharedSchema = Extension.create({
  name: 'sharedSchema',
  addGlobalAttributes: () =>
    Object.entries({ ...nodes, ...marks })
      .filter(([name]) => name !== 'text' && name !== 'doc')
      .map(([name, definition]) => ({ types: [name], attributes: attributesOf(definition) })),
  extendNodeSchema: (extension) => {
    const tableRole = nodeDefinition(extension.name)?.tableRole
    return tableRole ? { tableRole } : {}
  },
})
