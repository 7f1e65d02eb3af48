import { yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap'
import type { Doc } from 'yjs'
import { textOf } from '../../reading/text-of.ts'
import type { NodeJson } from '../../schema/json.ts'

/** The words of a live text as plain lines, whatever state its editor is in. */
export const wordsOfRoom = (doc: Doc): string => textOf(yXmlFragmentToProsemirrorJSON(doc.getXmlFragment('default')) as NodeJson)

/** Offers text as a file, without leaving the page. */
export function downloadText(fileName: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

const key = (localName: string) => `casa-comune/recovered/${localName}`

/** Keeps refused words on this device until their author says they are no longer needed. */
export function keepRecovered(localName: string, text: string): void {
  try {
    localStorage.setItem(key(localName), text)
  } catch {
    // Storage full or forbidden: the words stay on the page, where they can be downloaded.
  }
}

export function readRecovered(localName: string): string | undefined {
  try {
    return localStorage.getItem(key(localName)) ?? undefined
  } catch {
    return undefined
  }
}

export function dropRecovered(localName: string): void {
  try {
    localStorage.removeItem(key(localName))
  } catch {
    // Nothing was kept where nothing may be kept.
  }
}
