import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import type { SearchDocument, SearchText, TextLanguage } from '#search/engine.ts'
import { aboutOf } from '#search/read-documents.ts'
import { startingDocuments } from '#search/relevance/starting-documents.ts'

type Row = Record<string, string>
const reference = (file: string): Row[] =>
  parse(readFileSync(path.resolve(import.meta.dirname, '../../db', file), 'utf8'), { columns: true, relax_column_count: true })

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const types: [string, number][] = [
  ['practice', 45],
  ['project', 12],
  ['organisation', 12],
  ['take-away', 8],
  ['pact', 6],
  ['session', 5],
  ['event', 4],
  ['memorandum', 4],
  ['chapter', 2],
  ['programme', 1],
  ['glossary', 1],
]
const urls: Record<string, string> = {
  practice: '/buone-pratiche/',
  pact: '/patti/',
  organisation: '/organizzazioni/',
  chapter: '/manuale/',
}

type Pool = { titles: string[]; sentences: string[]; words: string[] }

/** Real titles and sentences of the starting content, each once. */
function poolOf(documents: SearchDocument[], lang: TextLanguage): Pool {
  const texts = documents.flatMap((document) => document.texts[lang] ?? [])
  const sentences = texts.flatMap((text) => `${text.summary} ${text.body}`.split(/(?<=[.;:!?])\s+/)).map((sentence) => sentence.trim())
  return {
    titles: [...new Set(texts.map((text) => text.title))],
    sentences: [...new Set(sentences.filter((sentence) => sentence.length > 30 && sentence.length < 400))],
    words: [...new Set(texts.flatMap((text) => text.title.split(/\s+/)))].filter((word) => word.length > 4),
  }
}

/**
 * Records for measuring, built from the real texts of the starting content: sentences drawn so that few are common and
 * most are rare, real places, bodies and terms, titles out of two real ones, and in every second record a name nobody
 * else has, as projects do. The same `count` and seed give the same records.
 */
export function* generateRecords(count: number, seed = 20_221_122): Generator<SearchDocument> {
  const random = seeded(seed)
  const real = startingDocuments()
  const pools = { it: poolOf(real, 'it'), en: poolOf(real, 'en') }
  const places = reference('reference/territories.csv')
  const bodies = reference('content/organisations.csv')
  const terms = reference('reference/terms.csv')
  const any = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  // As in life: a few places and bodies have most records, and some sentences are said again and again.
  const few = <T>(list: readonly T[]): T => list[Math.floor(list.length ** random() - 1)] as T
  const said = (list: readonly string[]): string => list[Math.floor(list.length * random() ** 1.67)] ?? ''
  const typesDrawn = types.flatMap(([type, share]) => Array.from({ length: share }, () => type))
  const some = <T>(list: readonly T[], most: number): T[] => [
    ...new Set(Array.from({ length: Math.ceil(random() * most) }, () => few(list))),
  ]
  const termsOf = (list: string) => terms.filter((term) => term.list === list)
  const lists = { theme: termsOf('theme'), kind: termsOf('kind'), target: termsOf('target') }
  for (let i = 0; i < count; i++) {
    const type = any(typesDrawn)
    const place = few(places)
    const rare = random() < 0.5 ? projectName(random) : ''
    const chosen = { theme: some(lists.theme, 2), kind: some(lists.kind, 2), target: some(lists.target, 3) }
    const body = few(bodies).name ?? ''
    const sentences = 6 + Math.floor(random() * 14)
    const textIn = (lang: TextLanguage): SearchText => {
      const { titles, sentences: all } = pools[lang]
      const [first, second] = [any(titles).split(' '), any(titles).split(' ')]
      const title = [...first.slice(0, 4), ...(first.length > 3 ? [] : second.slice(-2)), rare, random() < 0.3 ? (place.name ?? '') : '']
      return {
        title: title.filter(Boolean).join(' '),
        summary: `${said(all)} ${said(all)}`,
        body: `${Array.from({ length: type === 'glossary' ? 1 : sentences }, () => said(all)).join(' ')} ${rare} ${place.name} ${body}`,
      }
    }
    const both = random() < 0.8
    const started = 2005 + Math.floor(random() * 21)
    const named = Object.values(chosen).flat()
    yield {
      id: `${type}:${String(i).padStart(8, '0')}-0000-7000-8000-${String(seed).padStart(12, '0')}`,
      type,
      url: `${urls[type] ?? '/progetti/'}prova-${i}`,
      texts: both ? { it: textIn('it'), en: textIn('en') } : { it: textIn('it') },
      names: [
        place.name ?? '',
        `Comune di ${place.name}`,
        place.province ?? '',
        `Provincia di ${place.province}`,
        place.zone_name ?? '',
        body,
        ...named.filter((term) => term.list !== 'theme').flatMap((term) => [term.name_it ?? '', term.name_en ?? '']),
      ],
      about: aboutOf(
        type,
        chosen.theme.flatMap((term) => [term.name_it ?? '', term.name_en ?? '']),
      ),
      territories: [`comune:${place.istat_code}`],
      territoriesWithin: [`comune:${place.istat_code}`, `zona:${place.zone_code}`, `provincia:${place.province_code}`, 'regione:toscana'],
      themes: chosen.theme.map((term) => `theme:${term.code}`),
      kinds: chosen.kind.map((term) => `kind:${term.code}`),
      targets: chosen.target.map((term) => `target:${term.code}`),
      periods: [`${started - (started % 5)}-${started - (started % 5) + 4}`, ...(random() < 0.3 ? ['ongoing'] : [])],
      status: any(['published', 'published', 'public-source', 'verified', 'to-reconfirm']),
      publishedAt: new Date(Date.UTC(2015, 0, 1) + Math.floor(random() * 11 * 365 * 86_400_000)),
      weight: type === 'glossary' ? 0.7 : type === 'organisation' ? 0.8 : type === 'take-away' ? 0.9 : random() < 0.3 ? 1.2 : 1,
    }
  }
}

const syllables =
  'ba ca da fa ga la ma na pa ra sa ta va be ce de le me ne re se te ve bi di li mi ni ri si ti vi bo co do lo mo no ro so to vo'.split(' ')

/** A pronounceable name that no text holds; half a million are possible. */
function projectName(random: () => number): string {
  const name = Array.from({ length: 3 + Math.floor(random() * 2) }, () => syllables[Math.floor(random() * syllables.length)]).join('')
  return name[0]?.toUpperCase() + name.slice(1)
}
