import * as Y from 'yjs'

const isSame = (one: Y.ID | null, other: Y.ID | null): boolean => one !== null && other !== null && Y.compareIDs(one, other)
const isIn = (id: Y.ID | null, { id: { client, clock }, length }: Y.Item): boolean =>
  id !== null && id.client === client && id.clock >= clock && id.clock < clock + length

/**
 * The words written in changes, without the text around them: one line for each block or run. The editor takes a letter
 * typed before its like for one typed after it ("l" before "lato"): the run goes on there, over the letter it jumped.
 */
export function wordsOfUpdates(updates: readonly Uint8Array[]): string {
  if (updates.length === 0) return ''
  const { structs } = Y.decodeUpdate(Y.mergeUpdates([...updates]))
  let words = ''
  let last: Y.Item | undefined
  let jumped = false
  for (const struct of structs) {
    if (!(struct instanceof Y.Item)) continue
    if (struct.content instanceof Y.ContentString) {
      const follows = last !== undefined && last.id.client === struct.id.client && isSame(struct.origin, last.lastId)
      const jumps = last !== undefined && isSame(struct.origin, last.rightOrigin)
      const began = last?.length === 1 && isSame(struct.origin, last.origin)
      const returns = last !== undefined && (jumped || began) && isIn(struct.rightOrigin, last)
      const goesOn = follows || jumps || returns || words === '' || words.endsWith('\n')
      words += `${goesOn ? '' : '\n'}${struct.content.str}`
      jumped = jumps || (jumped && follows)
      last = struct
    } else if (struct.content instanceof Y.ContentType && words !== '' && !words.endsWith('\n')) words += '\n'
  }
  return words.trim()
}
