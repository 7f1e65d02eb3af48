import { facetNames, type SearchQuery } from '#search/engine.ts'

type Mixed = Partial<SearchQuery> & { kind: string }

const texts = (kind: string, lines: string, rest: Partial<SearchQuery> = {}): Mixed[] =>
  lines
    .trim()
    .split('\n')
    .map((text) => ({ kind, text: text.trim(), ...rest }))

/** What people ask, as the pages ask it: grouped by type until a type is chosen, facets always. */
const mix: Mixed[] = [
  ...texts('one word', 'affitto\nhousing\nanziani\nrifugiati\ncohousing\nsfratto\nERP\ncasa\nprogetto\ncoabitazione'),
  ...texts(
    'several words',
    `agenzia sociale per la casa
     fondo di garanzia per i proprietari
     housing first pisa
     accoglienza in famiglia
     beni comuni lucca
     alloggi transitori massarosa
     regolamento dei beni comuni
     senza dimora stazione
     guarantee fund landlords
     refugees students flats
     social housing agency
     protocollo d'intesa prato`,
  ),
  ...texts(
    'a question',
    'come trovare casa in affitto dopo l’accoglienza\nche cos’è la società della salute\nchi aiuta le persone senza casa a Grosseto\nwhere can refugees live with students',
  ),
  ...texts('typo', 'affito\ncoabitasione anziani\nacoglienza familiare\nhouzing first\nemergnza abitativa'),
  ...texts('phrase', '"housing first"\n"patti di collaborazione"\n"terzo settore" livorno\n"fondo di garanzia" proprietari'),
  ...texts('excluded', 'housing -first\naccoglienza -famiglia\npatti -lucca'),
  ...texts('nobody prints it', 'qwertyuiop\nzzz kkk'),
  ...texts('rare name', 'casalp\nIncludEU\nmittendrin'),
  ...texts('one type', 'affitto\ncasa famiglie\nhousing', { filters: { type: ['practice'] } }),
  ...texts('filters', 'accoglienza\ncasa\nrifugiati lavoro\nhousing first', {
    filters: { territory: ['provincia:046', 'provincia:050'], theme: ['theme:work'] },
  }),
  ...texts('many filters', 'alloggi\naccoglienza', {
    filters: {
      type: ['practice', 'project'],
      theme: ['theme:language', 'theme:work'],
      target: ['target:refugees'],
      period: ['2020-2024'],
      lang: ['en'],
    },
  }),
  ...texts('newest', 'affitto\naccoglienza', { sort: 'newest' }),
  ...texts('by title', 'accoglienza', { sort: 'title' }),
  ...texts('deep page', 'accoglienza\nrifugiati\nalloggi', { filters: { type: ['practice'] }, page: 40 }),
  ...texts('deep page', 'famiglie', { sort: 'newest', page: 200 }),
  { kind: 'everything', text: '' },
  { kind: 'everything', text: '', page: 400 },
  { kind: 'everything', text: '', sort: 'title' },
  { kind: 'browse', text: '', filters: { type: ['practice'] } },
  { kind: 'browse', text: '', filters: { type: ['pact'], territory: ['provincia:048'] } },
  { kind: 'browse', text: '', filters: { territory: ['comune:046017'] } },
  { kind: 'browse', text: '', filters: { theme: ['theme:health'], target: ['target:women'], status: ['verified'] } },
]

/** The committed query mix: every search counts all facets, as the result page does. */
export const searchQueries: (SearchQuery & { kind: string })[] = mix.map((query) => {
  const lang = /\b(?:the|refugees|where|social|guarantee)\b/.test(query.text ?? '') ? 'en' : 'it'
  const grouped = query.text !== '' && !query.filters?.type && !query.sort
  return { text: '', ...query, lang, facets: facetNames, ...(grouped && { perType: 3 }) }
})

/** Typed so far: as the box asks after each pause. */
export const suggestQueries = `ca
aff
affit
abitare so
acc
accoglienza f
housing
housing f
ri
rifu
rifugiati s
patti di c
co
coa
fondo
sen
senza d
ge
prog
l'a
agenzia soc
luc
via
mi
ste
social ho
refu
com
beni com
d`.split('\n')
