import { runsOf } from '../analysis/named-in.ts'
import { PLACE, type Share, sharesOf, thresholdOf, UNCOUNTED } from '../analysis/shares.ts'
import type { ResolvedQuery } from '../analysis/vocabulary.ts'
import type { FacetName } from '../engine.ts'
import type { NormalQuery } from '../normalise-query.ts'
import { keyOf, lexeme, pairsOf } from './keys-text.ts'

/** A question as texts to be cast with ::tsquery over `keys`; null where everything matches, or nothing is to be asked. */
export type Question = {
  /** Words, phrases, exclusions, filters. */
  all: string | null
  /** The same without one facet's own selection. */
  without: (name: FacetName) => string | null
  /** Those of `all` whose title is just the question, whose title is part of it; then all, by where the words stand. */
  tiers: { name: string | null; holds: string | null; title: string; head: string; rest: string } | null
  /** Phrases as they stand in `words`, to look at closely: pairs of neighbours are numbers that may coincide. */
  phrases: string | null
  /** Ids that are to be left out. */
  except: readonly string[]
  /** The words next to each other, as they stand in `head` and `words`. */
  adjacent: string | null
  shares: Share[]
  /** It asks what something is. */
  definition: boolean
  /** Records need not hold all words, half of what was meant is enough. */
  partial: boolean
}

type Part = string | null
const and = (parts: readonly Part[]): Part => {
  const there = parts.filter((part) => part !== null)
  return there.length > 1 ? `(${there.join(' & ')})` : (there[0] ?? null)
}
const or = (parts: readonly string[]): Part => (parts.length > 1 ? `(${parts.join(' | ')})` : (parts[0] ?? null))
const not = (part: Part): Part => (part === null ? null : `!${part.startsWith('(') ? part : `(${part})`}`)
const key = (make: (token: string) => string) => (token: string) => lexeme(make(token))

/** Turns a resolved query into what the index is asked. `partial` when too few records hold all its words. */
export function questionOf(query: NormalQuery, resolved: ResolvedQuery, partial: boolean): Question {
  const tokens = resolved.words.map((word) => word.token)
  const fixed = resolved.phrases.flat()
  const counts = new Map([...fixed.map((token): [string, number] => [token, UNCOUNTED]), ...resolved.counts])
  const shares = sharesOf([...tokens, ...fixed], { ...resolved, counts })
  const wordsBy = (make: (token: string) => string): Part => {
    const own = partial ? enough(sharesOf(tokens, resolved, PLACE), resolved, key(make)) : and(tokens.map(key(make)))
    return and([own, ...fixed.map(key(make))])
  }
  const phrases = resolved.phrases.map((phrase) => and(pairsOf(phrase).map(([first, second]) => lexeme(keyOf.pair(first, second)))))
  const excluded = resolved.excluded.map((phrase) =>
    not(and([...phrase.map(key(keyOf.head)), ...pairsOf(phrase).map(([first, second]) => lexeme(keyOf.headPair(first, second)))])),
  )
  const asked = [wordsBy(keyOf.word), ...phrases, ...excluded]
  const bodies = resolved.bodies.map((body) => lexeme(keyOf.facet('body', body)))
  const filters = (but?: FacetName) => [
    ...bodies,
    ...query.activeFacets
      .filter((name) => name !== but)
      .map((name) => or((query.filters[name] ?? []).map((value) => lexeme(keyOf.facet(name, value))))),
  ]
  const whole = (but?: FacetName): Part => {
    const parts = [...asked, ...filters(but)]
    const negative = excluded.length > 0 && parts.every((part) => part === null || part.startsWith('!'))
    return and([...(negative ? [lexeme(keyOf.any())] : []), ...parts])
  }
  const all = whole()
  return {
    all,
    without: whole,
    tiers: shares.length > 0 && all ? tiersOf([...phrases, ...excluded, ...filters()], tokens, fixed, wordsBy) : null,
    phrases: or(resolved.phrases.length > 0 ? [resolved.phrases.map((phrase) => adjacentOf(phrase)).join(' & ')] : []),
    except: query.except,
    adjacent: tokens.length > 1 ? adjacentOf(tokens) : null,
    shares,
    definition: resolved.definition,
    partial,
  }
}

const adjacentOf = (tokens: readonly string[]): string => `(${tokens.map(lexeme).join(' <-> ')})`

/** A word of the title is a word of the record too, so a tier asks for its own keys alone; each leaves out what a better one holds. */
function tiersOf(
  rest: readonly Part[],
  tokens: string[],
  fixed: string[],
  wordsBy: (make: (token: string) => string) => Part,
): Question['tiers'] {
  const words = wordsBy(keyOf.word)
  const name = lexeme(keyOf.name([...tokens, ...fixed]))
  const held = tokens.length > 1 ? or(runsOf(tokens).map((run) => lexeme(keyOf.name(run)))) : null
  const [title, head] = [wordsBy(keyOf.title), wordsBy(keyOf.head)]
  return {
    name: and([name, words, ...rest]),
    holds: held && and([held, not(name), words, ...rest]),
    title: and([title, ...rest]) ?? '',
    head: and([head, not(title), ...rest]) ?? '',
    rest: and([words, not(head), ...rest]) ?? '',
  }
}

/** True of records that hold words worth so much of the question, as a tsquery: the rarest first, each taken or left. */
function enough(shares: Share[], resolved: ResolvedQuery, make: (token: string) => string): Part {
  const threshold = thresholdOf(shares, resolved)
  const sorted = shares.toSorted((a, b) => b.share - a.share)
  const branch = (i: number, needed: number): string | boolean => {
    if (needed <= 1e-9) return true
    const next = sorted[i]
    if (!next || sorted.slice(i).reduce((sum, { share }) => sum + share, 0) < needed - 1e-9) return false
    const [taken, left] = [branch(i + 1, needed - next.share), branch(i + 1, needed)]
    const own = make(next.token)
    const withIt = taken === true ? own : taken === false ? null : `(${own} & ${taken})`
    const without = typeof left === 'string' ? left : null
    if (left === true) return true
    return or([withIt, without].filter((part) => part !== null)) ?? false
  }
  const whole = branch(0, threshold)
  return typeof whole === 'string' ? whole : null
}
