import * as Y from 'yjs'

/** What one person wrote in a text, in the order it stands there: one entry for each block. */
export type Words = { author: string; words: string[] }

/**
 * Who wrote what in a live text. `authorOf` names the owner of a Yjs client id; words of others are left out. When
 * `mark` is given, each stretch is formatted with the mark it returns for its author: on a copy, to be read as JSON.
 */
export function wordsByAuthor(
  fragment: Y.XmlFragment,
  authorOf: (client: number) => string | undefined,
  mark?: (author: string) => Record<string, unknown>,
): Words[] {
  const found = new Map<string, string[]>()
  const visit = (type: Y.XmlFragment | Y.XmlElement): void => {
    for (const child of type.toArray())
      if (child instanceof Y.XmlText) readBlock(child)
      else if (child instanceof Y.XmlElement) visit(child)
  }
  const readBlock = (text: Y.XmlText): void => {
    const stretches = stretchesOf(text, authorOf)
    for (const [author, own] of Map.groupBy(stretches, (stretch) => stretch.author)) {
      const words = own.map((stretch) => stretch.words).join('')
      if (words.trim() !== '') found.set(author, [...(found.get(author) ?? []), words.trim()])
    }
    if (mark) for (const { at, words, author } of stretches) text.format(at, words.length, mark(author))
  }
  visit(fragment)
  return [...found].map(([author, words]) => ({ author, words }))
}

type Stretch = { at: number; words: string; author: string }

function stretchesOf(text: Y.XmlText, authorOf: (client: number) => string | undefined): Stretch[] {
  const stretches: Stretch[] = []
  let at = 0
  for (let item = text._start; item; item = item.right) {
    if (item.deleted || !item.countable) continue
    const author = item.content instanceof Y.ContentString ? authorOf(item.id.client) : undefined
    const last = stretches.at(-1)
    const words = item.content instanceof Y.ContentString ? item.content.str : ''
    if (author && last?.author === author && last.at + last.words.length === at) last.words += words
    else if (author) stretches.push({ at, words, author })
    at += item.length
  }
  return stretches
}
