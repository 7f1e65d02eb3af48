import { stopWords } from './stop-words.ts'
import { stem } from './stem.ts'

/** A word of a text: where it stands, how it is written without case and accents, and what is compared. */
export type Word = {
  start: number
  end: number
  /** Folded as printed, e.g. `abitative`. */
  word: string
  /** What index and query compare, e.g. `abitativ`. */
  token: string
  /** Other tokens the same place answers to: parts of a compound, or the compound of the parts. */
  also: string[]
  /** The parts of a compound as one word: `includeu` of `Includ-EU`. */
  whole?: string
}

/** Letters without case, accents and presentation forms; ß, æ, ø and the like spelled out. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđð]/g, (letter) => ({ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd' })[letter] ?? letter)
}

const apostrophe = `['’‘ʼ\`´′]`
const letters = String.raw`[\p{L}\p{M}\p{N}]+`
/** A dotted acronym (E.R.P.), or letters joined by apostrophes and hyphens. */
const chunk = new RegExp(String.raw`(?:\p{L}\.){2,}\p{L}?|${letters}(?:(?:${apostrophe}|[-‐‑])${letters})*`, 'gu')
const part = new RegExp(letters, 'gu')
/** Present only in chunks of more than one piece. */
const joint = /[^\p{L}\p{M}\p{N}]/u

const elided = new Set(
  `l d c s m t v n un gl dell all dall nell sull coll dagl degl agl negl sugl quell quest cos com dov cent tutt anch neanch pur quand
  qualcun nessun ciascun alcun bell mezz senz sott sopr contr verso fors`.split(/\s+/),
)
const englishEnding = new Set(['s', 't', 're', 'll', 've', 'd', 'm'])
/** First halves that make one word with the second: co-progettazione is coprogettazione. */
export const prefixes: ReadonlySet<string> = new Set(
  'co auto multi inter pre post sub self non ex anti re bi tri semi socio extra pluri micro macro'.split(' '),
)

const isStop = (word: string): boolean => stopWords.has(word) || (word.length === 1 && !/\p{N}/u.test(word))

/** Nobody searches longer ones, and PostgreSQL refuses lexemes above 2 KB. */
const LONGEST = 60

/** Splits a text into comparable words; articles, prepositions and other words without content are left out. */
export const words = (text: string): Word[] => [...eachWord(text)]

/** The same, one after the other: for who need not read to the end. */
export function* eachWord(text: string): Generator<Word> {
  for (const match of text.matchAll(chunk)) yield* wordsOfChunk(match[0], match.index)
}

/** The same, but of a name or a question without any other word the longer words without content are kept: they are all it says. */
export function wordsOrAll(text: string): Word[] {
  const found = words(text)
  if (found.length > 0) return found
  return [...text.matchAll(part)].flatMap((match) => {
    const word = fold(match[0]).slice(0, LONGEST)
    const at = { start: match.index, end: match.index + match[0].length }
    return word.length > 3 ? [{ ...at, word, token: stem(word), also: [] }] : []
  })
}

function wordsOfChunk(written: string, start: number): Word[] {
  if (!joint.test(written)) return single(written, start, start + written.length)
  if (/^(?:\p{L}\.){2,}/u.test(written)) return single(written.replaceAll('.', ''), start, start + written.length)
  const parts = [...written.matchAll(part)].map((match) => ({
    text: match[0],
    start: start + match.index,
    end: start + match.index + match[0].length,
    before: written[match.index - 1] ?? '',
  }))
  const kept = parts.filter((piece, i) => {
    const next = parts[i + 1]
    if (next && !isHyphen(next.before) && elided.has(fold(piece.text))) return false
    return !(piece.before && !isHyphen(piece.before) && englishEnding.has(fold(piece.text)))
  })
  const first = kept[0]
  const last = kept.at(-1)
  if (!first || !last) return []
  const hyphenated = kept.length > 1 && kept.slice(1).every((piece) => isHyphen(piece.before))
  if (!hyphenated) return kept.flatMap((piece) => single(piece.text, piece.start, piece.end))
  const [joined] = single(kept.map((piece) => piece.text).join(''), first.start, last.end)
  if (!joined) return []
  const apart = kept.flatMap((piece) => single(piece.text, piece.start, piece.end))
  if (prefixes.has(fold(first.text))) return [{ ...joined, also: kept.map((piece) => stem(fold(piece.text))) }]
  const [head, ...rest] = apart
  if (!head) return [joined]
  // Of two long parts the query is parted (vocabulary.ts), and then finds them without a hyphen too.
  const short = kept.some((piece) => piece.text.length < 4)
  return [{ ...head, also: [joined.token], ...(short ? { whole: joined.word } : {}) }, ...rest]
}

const isHyphen = (character: string): boolean => /[-‐‑]/.test(character)

/** What a single word comes to, remembered: texts repeat the same few thousand words, and highlighting reads them again. */
const known = new Map<string, { word: string; token: string } | null>()
const MOST_KNOWN = 50_000

function single(written: string, start: number, end: number): Word[] {
  let found = known.get(written)
  if (found === undefined) {
    const word = fold(written).slice(0, LONGEST)
    found = word === '' || isStop(word) ? null : { word, token: stem(word) }
    if (known.size >= MOST_KNOWN) known.clear()
    if (written.length <= LONGEST) known.set(written, found)
  }
  return found ? [{ start, end, word: found.word, token: found.token, also: [] }] : []
}
