import { yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap'
import type { Doc } from 'yjs'
import { textOf } from '../../reading/text-of.ts'
import type { NodeJson } from '../../schema/json.ts'

/** The words of a live text as plain lines, whatever state its editor is in. */
export const wordsOfRoom = (doc: Doc): string => textOf(yXmlFragmentToProsemirrorJSON(doc.getXmlFragment('default')) as NodeJson)

/** Why words were set aside, as far as it makes a difference to their author. */
export const setAsideReasons = ['rebuilt', 'forbidden', 'read-only', 'too-large', 'too-many-nodes', 'too-fast', 'other'] as const
export const setAsideReason = (reason: string): (typeof setAsideReasons)[number] =>
  setAsideReasons.find((known) => known === reason) ?? 'other'
