import type { SearchDocument } from '../engine.ts'
import type { Concepts } from './concepts.ts'
import { initialsOf } from './initials.ts'
import { infinitives, relatives } from './families.ts'
import { stem } from './stem.ts'
import { type Word, words, wordsOrAll } from './words.ts'

/** Tokens in their order; `null` parts texts that do not follow each other. */
export type Tokens = (string | null)[]

/** A document as token lists, in the order engines rank them. */
export type AnalysedDocument = {
  title: Tokens
  /** The summary, and what the title is also called. */
  summary: Tokens
  /** Names, and what summary and names are also called. */
  near: Tokens
  body: Tokens
  /** What the body is also called, weak synonyms, what the record is about, other members of a word's family. */
  far: Tokens
  /** Every findable word, folded as printed, with its token: the vocabulary typos are measured against. */
  vocabulary: Map<string, string>
}

/** About 10,000 words of a body are searched; positions beyond that do not fit a tsvector. */
const LONGEST_BODY = 80_000

export function analyseDocument(document: SearchDocument, concepts: Concepts): AnalysedDocument {
  const vocabulary = new Map<string, string>()
  const [called, near, far] = [new Level(), new Level(), new Level()]
  const read = (text: string, into: Level, wordsOf: (text: string) => Word[] = words): string[] => {
    const found = wordsOf(text)
    for (const word of found) {
      if (word.whole) vocabulary.set(word.whole, stem(word.whole))
      for (const other of word.also) into.add([other])
      if (vocabulary.has(word.word)) continue
      vocabulary.set(word.word, word.token)
      for (const other of infinitives(word.word)) into.add([other])
      for (const other of relatives(word.word, word.token)) far.add([other])
    }
    return found.map((word) => word.token)
  }
  // The words of a synonym stay side by side, so that it is found, and ranked, as a whole.
  const expand = (tokens: string[], strong: Level) => {
    const expansion = concepts.expand(tokens)
    for (const text of expansion.strong) strong.add(read(text, strong, wordsOfSynonym))
    for (const text of expansion.weak) far.add(read(text, far, wordsOfSynonym))
  }
  const field = (given: string[], expandInto: Level, wordsOf?: (text: string) => Word[]): Tokens =>
    given.flatMap((text) => {
      const tokens = read(text, expandInto, wordsOf)
      expand(tokens, expandInto)
      return [...tokens, null]
    })
  const texts = Object.values(document.texts)
  const printed = {
    title: field(
      texts.map((text) => text.title),
      called,
      wordsOrAll,
    ),
    summary: field(
      texts.map((text) => text.summary),
      near,
    ),
    names: field([...new Set(document.names)], near),
    body: field([...new Set(texts.map((text) => text.body.slice(0, LONGEST_BODY)))], far),
    about: field(document.about ?? [], far),
  }
  for (const text of [...texts.flatMap(({ title, summary }) => [title, summary]), ...document.names])
    for (const initials of initialsOf(text)) if (!vocabulary.has(initials)) near.add(read(initials, near))
  return {
    title: printed.title,
    summary: [...printed.summary, ...called.tokens()],
    near: [...printed.names, ...near.tokens()],
    body: printed.body,
    far: [...printed.about, ...far.tokens([...called.tokens(), ...near.tokens()])],
    vocabulary,
  }
}

/** Synonyms are a few thousand texts, read again for every record that has them. */
const synonymWords = new Map<string, Word[]>()
const MOST_SYNONYMS = 20_000

function wordsOfSynonym(text: string): Word[] {
  const known = synonymWords.get(text)
  if (known) return known
  if (synonymWords.size >= MOST_SYNONYMS) synonymWords.clear()
  const found = words(text)
  synonymWords.set(text, found)
  return found
}

/** Other words of one level, each once, in no order among each other. */
class Level {
  readonly #known = new Map<string, string[]>()
  add(tokens: string[]) {
    if (tokens.length > 0) this.#known.set(tokens.join(' '), tokens)
  }
  /** Without what a better level already says. */
  tokens(better: Tokens = []): Tokens {
    const said = new Set(better)
    return [...this.#known.values()].filter((tokens) => tokens.some((token) => !said.has(token))).flatMap((tokens) => [...tokens, null])
  }
}
