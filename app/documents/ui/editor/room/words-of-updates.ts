import * as Y from 'yjs'

/** The words written in changes, without the text around them: one line for each block or run. */
export function wordsOfUpdates(updates: readonly Uint8Array[]): string {
  if (updates.length === 0) return ''
  const { structs } = Y.decodeUpdate(Y.mergeUpdates([...updates]))
  let words = ''
  let last: Y.Item | undefined
  for (const struct of structs) {
    if (!(struct instanceof Y.Item)) continue
    if (struct.content instanceof Y.ContentString) {
      const goesOn = last && last.id.client === struct.id.client && struct.origin?.clock === last.id.clock + last.length - 1
      words += `${goesOn || words === '' || words.endsWith('\n') ? '' : '\n'}${struct.content.str}`
      last = struct
    } else if (struct.content instanceof Y.ContentType && words !== '' && !words.endsWith('\n')) words += '\n'
  }
  return words.trim()
}
