import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { parse as parseYaml } from 'yaml'
import type { SearchDocument, SearchText, TextLanguage } from '../engine.ts'
import { aboutOf, periodsOf } from '../read-documents.ts'

const db = path.resolve(import.meta.dirname, '../../db')
type Row = Record<string, string>
const csv = (file: string): Row[] => parse(readFileSync(path.join(db, file), 'utf8'), { columns: true, relax_column_count: true })
const list = (cell = ''): string[] => cell.split('|').filter(Boolean)

/** For tests: the starting content as search documents, made from its files, so that relevance needs no loaded database. */
export function startingDocuments(): SearchDocument[] {
  const places = placeNames()
  return [
    ...csv('content/records.csv').map((row) => record(row, places)),
    ...pages('content/manual', 'chapter', '/manuale/'),
    ...pages('content/training', 'session', '/formazione/'),
    ...csv('reference/glossary.csv').map(glossaryTerm),
  ]
}

function markdown(file: string): { front: Record<string, unknown>; body: string } {
  const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(file, 'utf8')) ?? []
  return {
    front: parseYaml(front) as Record<string, unknown>,
    body: body.replace(/\[s\d+\]|[#*|>]|\]\([^)]*\)|\[/g, ' ').replace(/\s+/g, ' '),
  }
}

function record(row: Row, places: ReadonlyMap<string, Place>): SearchDocument {
  const codes = list(row.territory_codes)
  const body = (lang: TextLanguage): string => {
    const file = path.join(db, `content/practices/${row.slug}.${lang}.md`)
    return [existsSync(file) ? markdown(file).body : '', row.place, row.organisations].join(' ')
  }
  const text = (lang: TextLanguage): SearchText => ({
    title: row[`title_${lang}`] ?? '',
    summary: row[`summary_${lang}`] ?? '',
    body: body(lang),
  })
  const within = [...new Set(codes.flatMap((code) => [code, ...(places.get(code)?.around ?? [])]))]
  const names = within
    .filter((code) => codes.includes(code) || !code.startsWith('regione'))
    .flatMap((code) => places.get(code)?.names ?? [])
  const terms = (list: string, codes: string[]) => codes.flatMap((code) => termNames.get(`${list}:${code}`) ?? [])
  return {
    ...blank,
    id: `${row.type}:${row.slug}`,
    type: row.type ?? '',
    url: `/buone-pratiche/${row.slug}`,
    texts: { it: text('it'), en: text('en') },
    names: [
      ...names,
      row.place ?? '',
      ...(row.organisations ?? '').split(/;\s*/),
      ...terms('kind', list(row.kind)),
      ...terms('target', list(row.targets)),
    ],
    about: aboutOf(row.type ?? '', [
      ...terms('theme', list(row.themes)),
      ...(within.includes('regione:toscana') ? ['Toscana', 'Tuscany'] : []),
    ]),
    territories: codes,
    territoriesWithin: within,
    themes: list(row.themes),
    kinds: list(row.kind),
    targets: list(row.targets),
    periods: periodsOf({ start: row.period_start ?? null, end: row.period_end ?? null, ongoing: row.ongoing === 'yes' }, 2026),
    status: 'public-source',
  }
}

const blank = {
  names: [],
  territories: [],
  territoriesWithin: [],
  themes: [],
  kinds: [],
  targets: [],
  periods: [],
  status: 'published',
  publishedAt: new Date('2026-11-22T09:00:00Z'),
  weight: 1,
}

const termNames = new Map(csv('reference/terms.csv').map((row) => [`${row.list}:${row.code}`, [row.name_it ?? '', row.name_en ?? '']]))

function pages(folder: string, type: string, url: string): SearchDocument[] {
  const byName = new Map<string, SearchDocument>()
  for (const file of globSync(path.join(db, folder, '*.md')).sort()) {
    const [, name = '', lang] = /([^/]+)\.(it|en)\.md$/.exec(file) ?? []
    if (lang !== 'it' && lang !== 'en') continue
    const { front, body } = markdown(file)
    const text = { title: String(front.title ?? ''), summary: String(front.summary ?? ''), body }
    const slug = String(front.slug ?? name)
    const known = byName.get(name) ?? { ...blank, id: `${type}:${slug}`, type, url: url + slug, texts: {}, about: aboutOf(type, []) }
    byName.set(name, { ...known, texts: { ...known.texts, [lang]: text } })
  }
  return [...byName.values()]
}

function glossaryTerm(row: Row): SearchDocument {
  const it = row.it ?? ''
  const body = `${it} ${row.en ?? ''}`
  const id = it.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')
  const texts = { it: { title: it, summary: '', body }, en: { title: row.en ?? '', summary: row.note ?? '', body } }
  return {
    ...blank,
    id: `glossary:${id}`,
    type: 'glossary',
    url: `/glossario#${id}`,
    texts,
    about: aboutOf('glossary', []),
    publishedAt: null,
    weight: 0.7,
  }
}

type Place = { names: string[]; around: string[] }

function placeNames(): Map<string, Place> {
  const places = new Map<string, Place>([['regione:toscana', { names: ['Toscana', 'Tuscany'], around: [] }]])
  for (const { code, name_it = '', name_en = '' } of csv('reference/countries.csv'))
    places.set(`paese:${code}`, { names: [name_it, name_en], around: [] })
  for (const { code, name = '' } of csv('reference/provinces.csv'))
    places.set(`provincia:${code}`, { names: [name, `Provincia di ${name}`], around: ['regione:toscana'] })
  for (const { zone_code, zone_name = '' } of csv('reference/zones.csv'))
    places.set(`zona:${zone_code}`, { names: [zone_name], around: ['regione:toscana'] })
  for (const { istat_code, name = '', province_code, zone_code } of csv('reference/territories.csv')) {
    const around = [`provincia:${province_code}`, `zona:${zone_code}`, 'regione:toscana']
    places.set(`comune:${istat_code}`, { names: [name, `Comune di ${name}`], around })
  }
  return places
}
