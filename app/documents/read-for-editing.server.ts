import type { Db } from '#db/connection.ts'
import type { TextRef } from './access.ts'
import { fragmentName } from './log/fragment-name.ts'
import { DamagedTextError, type LoadedText, loadText } from './log/load-text.server.ts'
import { docJson } from './log/text-json.ts'
import type { DocJson } from './schema/json.ts'

/** The draft as it stands in the log. */
export type TextForEditing = { content: DocJson; epoch: number }

/**
 * The draft for the editor's page; undefined when there is no such text. Of a damaged text what could be read is
 * shown: the live server decides that it is not written.
 */
export async function readForEditing(db: Db, ref: TextRef): Promise<TextForEditing | undefined> {
  const read = (text: LoadedText): TextForEditing => {
    const content = docJson(text.doc, fragmentName)
    text.doc.destroy()
    return { content, epoch: text.epoch }
  }
  try {
    const text = await loadText(db, ref)
    return text && read(text)
  } catch (error) {
    if (error instanceof DamagedTextError) return read(error.partial)
    throw error
  }
}
