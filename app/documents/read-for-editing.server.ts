import type { Db } from '#db/connection.ts'
import type { TextRef } from './access.ts'
import { DamagedTextError, fragmentName, type LoadedText, loadText } from './log/load-text.server.ts'
import { docJson } from './log/text-json.ts'
import type { DocJson } from './schema/json.ts'

export type TextForEditing = {
  /** The draft as it stands in the log. */
  content: DocJson
  epoch: number
  /** Stored bytes were found damaged: what could be read may be shown, not written. */
  damaged: boolean
}

/** The draft for the editor's page; undefined when there is no such text. */
export async function readForEditing(db: Db, ref: TextRef): Promise<TextForEditing | undefined> {
  const read = (text: LoadedText, damaged: boolean): TextForEditing => {
    const content = docJson(text.doc, fragmentName)
    text.doc.destroy()
    return { content, epoch: text.epoch, damaged }
  }
  try {
    const text = await loadText(db, ref)
    return text && read(text, false)
  } catch (error) {
    if (error instanceof DamagedTextError) return read(error.partial, true)
    throw error
  }
}
