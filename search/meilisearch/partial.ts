import type { Meilisearch, MultiSearchQuery } from 'meilisearch'
import { leastSets, PLACE, type Share, sharesOf, thresholdOf } from '../analysis/shares.ts'
import type { ResolvedQuery } from '../analysis/vocabulary.ts'
import type { FacetName } from '../engine.ts'
import type { NormalQuery } from '../normalise-query.ts'
import type { StoredRecord } from '../present-hit.ts'
import { filterOf, multi, phrase } from './ask.ts'
import { INDEX, wordFields } from './settings.ts'

type Candidate = { record: StoredRecord; a_title: string; a_summary: string; a_near: string; weight: number }
export type Scored = { record: StoredRecord; score: number }

const MOST_SETS = 12
const EACH = 60

/**
 * Records that hold words worth about half the question: Meilisearch finds those of each set of words, and they are put
 * in order by how much they hold and where, as PostgreSQL does (postgres/hits-sql.ts). At most a few hundred.
 */
export async function partialHits(
  client: Meilisearch,
  query: NormalQuery,
  resolved: ResolvedQuery,
  without: string[],
  but?: FacetName,
): Promise<Scored[]> {
  const tokens = resolved.words.map((word) => word.token)
  const shares = sharesOf(tokens, resolved, PLACE)
  const sets = [tokens, ...leastSets(shares, thresholdOf(shares, resolved), MOST_SETS)]
  const answers = await multi<Candidate>(
    client,
    sets.map((set): MultiSearchQuery => ({
      indexUid: INDEX,
      q: `${[...set, ...resolved.phrases.map(phrase)].join(' ')} `,
      attributesToSearchOn: [...wordFields],
      attributesToRetrieve: ['record', 'a_title', 'a_summary', 'a_near', 'weight'],
      matchingStrategy: 'all',
      filter: filterOf(query, without, but),
      limit: EACH,
    })),
  )
  const held = new Map<string, { candidate: Candidate; tokens: Set<string> }>()
  answers.forEach(({ hits }, i) => {
    for (const candidate of hits) {
      const known = held.get(candidate.record.id) ?? { candidate, tokens: new Set<string>() }
      for (const token of sets[i] ?? []) known.tokens.add(token)
      held.set(candidate.record.id, known)
    }
  })
  const own = sharesOf(tokens, resolved)
  return [...held.values()]
    .map(({ candidate, tokens: found }) => ({ record: candidate.record, score: scoreOf(candidate, own, found, resolved.definition) }))
    .sort((a, b) => b.score - a.score || dateOf(b.record) - dateOf(a.record) || (a.record.id < b.record.id ? -1 : 1))
}

const dateOf = ({ publishedAt }: StoredRecord): number => (publishedAt === null ? 0 : new Date(publishedAt).getTime())

/** Where a word stands decides what holding it is worth; all words in the title, or side by side, are worth more. */
function scoreOf({ record, weight, ...fields }: Candidate, shares: Share[], found: ReadonlySet<string>, definition: boolean): number {
  const [title, summary, near] = [fields.a_title, fields.a_summary, fields.a_near].map((text) => new Set(text.split(' ')))
  const worth = (token: string): number => {
    if (title?.has(token)) return 1.2
    if (summary?.has(token)) return 0.95
    if (near?.has(token)) return 0.75
    return found.has(token) ? 0.5 : 0
  }
  const held = shares.reduce((sum, { token, share }) => sum + share * worth(token), 0)
  const inTitle = shares.every(({ token }) => title?.has(token)) ? 0.6 : 0
  const side = shares.map(({ token }) => token).join(' ')
  const together = shares.length > 1 && [fields.a_title, fields.a_summary, fields.a_near].some((text) => ` ${text} `.includes(` ${side} `))
  const defined = definition && record.type === 'glossary' ? 1 : 0
  return (held * 3 + inTitle + (together ? 0.3 : 0)) * (weight < 1 ? weight : 0.5 + 0.5 * weight) + defined
}
