import * as Y from 'yjs'
import { fragmentName } from './fragment-name.ts'

/** Characters of a text, without turning it into anything: lengths are kept by Yjs. */
export function charactersOf(doc: Y.Doc): number {
  let count = 0
  const queue: Y.XmlFragment[] = [doc.getXmlFragment(fragmentName)]
  for (const parent of queue)
    for (const child of parent.toArray()) {
      if (child instanceof Y.XmlText) count += child.length
      else if (child instanceof Y.XmlElement) queue.push(child)
    }
  return count
}
