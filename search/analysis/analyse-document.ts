import type { SearchDocument } from '../engine.ts'
import type { Concepts } from './concepts.ts'
import { words } from './words.ts'

/** A document as token lists, in the order engines rank them. Languages follow each other, parted by `null`. */
export type AnalysedDocument = {
  title: (string | null)[]
  summary: (string | null)[]
  /** Names, and what title and summary are also called. */
  near: string[]
  body: (string | null)[]
  /** What the body is also called, and weak synonyms. */
  far: string[]
  /** Every findable word, folded as printed, with its token: the vocabulary typos are measured against. */
  vocabulary: Map<string, string>
}

/** About 10,000 words of a body are searched; positions beyond that do not fit a tsvector. */
const LONGEST_BODY = 80_000

export function analyseDocument(document: SearchDocument, concepts: Concepts): AnalysedDocument {
  const vocabulary = new Map<string, string>()
  const near = new Set<string>()
  const far = new Set<string>()
  const read = (text: string, into: Set<string>): string[] => {
    const found = words(text)
    for (const word of found) {
      vocabulary.set(word.word, word.token)
      for (const other of word.also) into.add(other)
    }
    return found.map((word) => word.token)
  }
  const expand = (tokens: string[], strong: Set<string>) => {
    const expansion = concepts.expand(tokens)
    for (const text of expansion.strong) for (const token of read(text, strong)) strong.add(token)
    for (const text of expansion.weak) for (const token of read(text, far)) far.add(token)
  }
  const field = (texts: string[], expandInto: Set<string>): (string | null)[] =>
    texts.flatMap((text) => {
      const tokens = read(text, expandInto)
      expand(tokens, expandInto)
      return [...tokens, null]
    })
  const texts = Object.values(document.texts)
  const title = field(
    texts.map((text) => text.title),
    near,
  )
  const summary = field(
    texts.map((text) => text.summary),
    near,
  )
  const body = field(
    texts.map((text) => text.body.slice(0, LONGEST_BODY)),
    far,
  )
  for (const name of document.names) {
    const tokens = read(name, near)
    for (const token of tokens) near.add(token)
    expand(tokens, near)
  }
  return { title, summary, near: [...near], body, far: [...far].filter((token) => !near.has(token)), vocabulary }
}
