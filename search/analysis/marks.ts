import type { Marked, SearchText } from '../engine.ts'
import type { Concepts } from './concepts.ts'
import { eachWord, type Word, words } from './words.ts'

/** Tokens of the query, and tokens that made a text match in their place. */
export type Wanted = { exact: ReadonlySet<string>; related: ReadonlySet<string> }

export function wantedOf(tokens: readonly string[], concepts: Concepts): Wanted {
  return { exact: new Set(tokens), related: new Set(tokens.flatMap((token) => [...concepts.finding(token)])) }
}

const isExact = (word: Word, wanted: Wanted): boolean => wanted.exact.has(word.token) || word.also.some((token) => wanted.exact.has(token))

/** Cuts a text into marked and plain parts. Related words are marked only when no exact one is there. */
export function mark(text: string, wanted: Wanted): Marked {
  const found = words(text)
  const exact = found.filter((word) => isExact(word, wanted))
  return cut(text, exact.length > 0 ? exact : found.filter((word) => wanted.related.has(word.token)))
}

function cut(text: string, marked: Word[]): Marked {
  const parts: Marked = []
  let at = 0
  for (const word of marked) {
    if (word.start > at) parts.push({ text: text.slice(at, word.start), mark: false })
    parts.push({ text: text.slice(word.start, word.end), mark: true })
    at = word.end
  }
  if (at < text.length) parts.push({ text: text.slice(at), mark: false })
  return parts
}

const SNIPPET = 220
const SCANNED = 30_000

/** The summary when it holds a wanted word or nothing does; else the passage of the body that holds most of them. */
export function snippet(text: SearchText, wanted: Wanted): Marked {
  const inSummary = mark(text.summary, wanted)
  if (text.summary && inSummary.some((part) => part.mark)) return inSummary
  const body = text.body.slice(0, SCANNED)
  const hits = hitsOf(body, wanted)
  const first = hits[0]
  if (!first) return text.summary ? inSummary : cut(`${text.body.slice(0, SNIPPET)}${text.body.length > SNIPPET ? '…' : ''}`, [])
  return passage(body, hits)
}

/** Words of one passage are at most so far apart. */
const PASSAGE = SNIPPET - 40

/** Exact words, else related ones; read no further than to a passage that holds all that is asked. */
function hitsOf(body: string, wanted: Wanted): Word[] {
  const exact: Word[] = []
  const related: Word[] = []
  let whole: number | undefined
  for (const word of eachWord(body)) {
    if (whole !== undefined && word.start > whole) break
    if (isExact(word, wanted)) {
      exact.push(word)
      const near = exact.filter((other) => other.start > word.end - PASSAGE)
      if (whole === undefined && new Set(near.map((other) => other.token)).size >= wanted.exact.size) whole = word.end + SNIPPET
    } else if (wanted.related.has(word.token)) related.push(word)
  }
  return exact.length > 0 ? exact : related
}

function passage(body: string, hits: Word[]): Marked {
  let best = { from: hits[0]?.start ?? 0, kinds: 0 }
  for (const [i, hit] of hits.entries()) {
    const kinds = new Set<string>()
    for (let j = i; j < hits.length && (hits[j]?.end ?? 0) < hit.start + PASSAGE; j++) kinds.add(hits[j]?.token ?? '')
    if (kinds.size > best.kinds) best = { from: hit.start, kinds: kinds.size }
  }
  const wish = Math.max(0, best.from - 60)
  const from = wish === 0 ? 0 : body.indexOf(' ', wish) + 1 || wish
  const wishedEnd = Math.min(body.length, from + SNIPPET)
  const lastSpace = body.lastIndexOf(' ', wishedEnd)
  const to = wishedEnd < body.length && lastSpace > best.from + 20 ? lastSpace : wishedEnd
  const start = Math.min(from, best.from)
  const parts = cut(
    body.slice(start, to),
    hits
      .filter((word) => word.start >= start && word.end <= to)
      .map((word) => ({ ...word, start: word.start - start, end: word.end - start })),
  )
  return [...(start > 0 ? [{ text: '… ', mark: false }] : []), ...parts, ...(to < body.length ? [{ text: ' …', mark: false }] : [])]
}
