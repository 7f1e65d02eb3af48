import type { ResolvedQuery } from '../analysis/vocabulary.ts'
import type { FacetName } from '../engine.ts'
import type { NormalQuery } from '../normalise-query.ts'
import { CEILING, type Counted, countsSql, type FacetSet, setOf } from './counts-sql.ts'
import type { KeptCounts } from './kept-counts.ts'
import { keyOf, lexeme, SAMPLED } from './keys-text.ts'
import type { Question } from './question.ts'
import type { Reading } from './within-time.ts'

/** Number of records per set: `[facet it is about, or null for all, set, records]`. */
export type SetCount = [FacetName | null, number, number]

export type Hits = {
  /** CEILING + 1 when there are more. */
  total: number
  counts: SetCount[]
  /** All of them when they are few. */
  ids: string[] | null
  /** Of all records so many are hits, about. */
  share: number
  /** The newest of each type, when they are many. */
  newest: string[] | null
  /** They are so many that only a sample was counted. */
  sampled: boolean
  /** Phrases are few enough to be looked at closely. */
  close: boolean
}

/** Few seem to hold the phrase: each is looked at. Among many a coincidence does not matter. */
const CLOSELY = 1_000
/** By so much the sample must pass the ceiling before the total surely does. */
const SURELY = 1.2

/** A question with fewer hits than this is not expected to pass the ceiling without one of its filters. */
const SELDOM = 2_000

type CountReading = Reading & { kept: KeptCounts }

/** Counts the hits of a question, and each facet that has a selection as if nothing were chosen in it. */
export async function countHits(reading: CountReading, query: NormalQuery, question: Question, resolved: ResolvedQuery): Promise<Hits> {
  const apart = query.activeFacets.filter((name) => query.facets.includes(name))
  const together = new Set(query.facets.filter((name) => !apart.includes(name)).map(setOf))
  if (query.perType) together.add('basics')
  // A word in few records bounds all of it; then a sample would be a reading too much.
  const many = resolved.size > CEILING * 2 && resolved.words.every(({ token }) => (resolved.counts.get(token) ?? 0) > CEILING)
  const asked = { close: question.phrases, except: question.except, perType: false, many }
  const { hits, sampled, close } = await counted(reading, {
    ...asked,
    keys: question.all,
    sets: [...together],
    perType: query.perType > 0,
  })
  const counts = setCounts(null, hits, sampled)
  for (const name of apart) {
    // Without one filter there are seldom many more.
    const wider = { ...asked, keys: question.without(name), sets: [setOf(name)], many: sampled || (many && hits.n > SELDOM) }
    const other = await counted(reading, wider)
    counts.push(...setCounts(name, other.hits, other.sampled))
  }
  const share = question.all === null ? 1 : Math.min(0.99, ((sampled ? SAMPLED : 1) * hits.n) / Math.max(resolved.size, hits.n, 1))
  return { total: sampled ? CEILING + 1 : hits.n, counts, share, ids: hits.ids, newest: hits.newest, sampled, close }
}

const setCounts = (about: FacetName | null, { sets, counts }: Counted, sampled: boolean): SetCount[] =>
  sets.map((set, i) => [about, set, (counts[i] ?? 0) * (sampled ? SAMPLED : 1)])

type Asked = {
  keys: string | null
  close: string | null
  except: readonly string[]
  sets: readonly FacetSet[]
  perType: boolean
  many: boolean
}

/** First a sample where many are expected; when it shows that there are not so many, all of them. */
async function counted({ trx, kept, version, hurry }: CountReading, { keys, close, except, sets, perType, many }: Asked) {
  const run = (asked: string | null, closely: string | null) =>
    kept.get(version, JSON.stringify([asked, closely, except, sets, perType]), async () => {
      await hurry()
      const { rows } = await countsSql({ keys: asked, close: closely, except, sets, perType }).execute(trx)
      return rows[0] ?? { n: 0, sets: [], counts: [], ids: [], newest: null }
    })
  if (many) {
    const sample = await run(keys === null ? lexeme(keyOf.sample()) : `${keys} & ${lexeme(keyOf.sample())}`, null)
    if (sample.n * SAMPLED > CEILING * SURELY) return { hits: { ...sample, ids: null }, sampled: true, close: false }
  }
  const all = await run(keys, null)
  if (!close || all.n > CLOSELY) return { hits: all, sampled: false, close: false }
  return { hits: await run(keys, close), sampled: false, close: true }
}
