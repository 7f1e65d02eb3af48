import { updateYFragment, yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap'
import type { Node } from '@tiptap/pm/model'
import * as Y from 'yjs'
import type { DocJson, NodeJson } from '../schema/json.ts'
import { schema } from '../schema/schema.ts'

/** JSON of a node without attributes that hold their default: editions stay small and comparable. */
export function jsonOf(node: Node): NodeJson {
  const json: NodeJson = { type: node.type.name }
  const attrs = Object.entries(node.attrs).filter(([name, value]) => value !== node.type.spec.attrs?.[name]?.default)
  if (attrs.length > 0) json.attrs = Object.fromEntries(attrs)
  if (node.isText) json.text = node.text ?? ''
  if (node.childCount > 0) json.content = node.children.map(jsonOf)
  if (node.marks.length > 0)
    json.marks = node.marks.map((mark) =>
      Object.keys(mark.attrs).length > 0 ? { type: mark.type.name, attrs: mark.attrs } : { type: mark.type.name },
    )
  return json
}

/** What the editor would show of a shared text. Works on a copy: conversion drops elements it cannot place. */
export function docJson(doc: Y.Doc, name: string): DocJson {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  const json = jsonOf(yXmlFragmentToProseMirrorRootNode(copy.getXmlFragment(name), schema)) as DocJson
  copy.destroy()
  return { ...json, content: json.content ?? [] }
}

/** Changes a shared text into `json` by the smallest difference it finds, so that people writing beside it keep their words. */
export function applyJson(fragment: Y.XmlFragment, json: DocJson): void {
  const node = schema.nodeFromJSON(json)
  node.check()
  if (!fragment.doc) throw new Error('fragment without a document')
  updateYFragment(fragment.doc, fragment, node, { mapping: new Map(), isOMark: new Map() })
}
