import type { AnalysedDocument, Tokens } from '../analysis/analyse-document.ts'

/** tsvector positions end at 16,383; 256 of them per word are kept by PostgreSQL itself. */
const LAST_POSITION = 16_383
/** Between fields, languages, names and synonyms, so that phrases never reach across. */
const GAP = 8

/** The document as text to be cast with ::tsvector: title A, summary B, body and nearby names C, far synonyms D. */
export function vectorText(document: AnalysedDocument): string {
  const places = new Map<string, string[]>()
  let position = 1
  const put = (token: string, weight: 'A' | 'B' | 'C' | 'D') => {
    const list = places.get(token) ?? []
    if (list.length < 250) list.push(`${Math.min(position, LAST_POSITION)}${weight}`)
    places.set(token, list)
  }
  const write = (tokens: Tokens, weight: 'A' | 'B' | 'C' | 'D') => {
    for (const token of tokens) {
      if (token === null) position += GAP
      else {
        put(token, weight)
        position += 1
      }
    }
    position += GAP
  }
  write(document.title, 'A')
  write(document.summary, 'B')
  write(document.near, 'C')
  write(document.body, 'C')
  write(document.far, 'D')
  return [...places].map(([token, list]) => `'${token}':${list.join(',')}`).join(' ')
}

/** A whole title as one key, so that the record with just this name comes first. */
export const wholeTitle = (tokens: readonly string[]): string => tokens.join(' ').slice(0, 200)
