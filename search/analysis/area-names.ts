/**
 * Other names of places: foreign cities and countries as Italians and English speakers say them, and areas people name
 * that are not administrative. Each line lists names of one place; a record placed in one is found by all.
 */
const alike: readonly (readonly string[])[] = [
  ['Firenze', 'Florence', 'fiorentino', 'Florentine'],
  ['Livorno', 'Leghorn', 'livornese'],
  ['Pisa', 'pisano'],
  ['Prato', 'pratese'],
  ['Pistoia', 'pistoiese'],
  ['Lucca', 'lucchese', 'Lucchesia'],
  ['Siena', 'senese'],
  ['Arezzo', 'aretino'],
  ['Grosseto', 'grossetano', 'Maremma'],
  ['Massa-Carrara', 'Massa e Carrara', 'apuano'],
  ['Toscana', 'Tuscany', 'toscano', 'Tuscan'],
  ['Roma', 'Rome'],
  ['Milano', 'Milan'],
  ['Torino', 'Turin'],
  ['Genova', 'Genoa'],
  ['Venezia', 'Venice'],
  ['Napoli', 'Naples'],
  ['Padova', 'Padua'],
  ['Berlino', 'Berlin', 'Berlin'],
  ['Vienna', 'Wien'],
  ['Bruxelles', 'Brussels'],
  ['Anversa', 'Antwerp', 'Antwerpen'],
  ['Atene', 'Athens'],
  ['Salonicco', 'Thessaloniki'],
  ['Parigi', 'Paris'],
  ['Barcellona', 'Barcelona'],
  ['Monaco di Baviera', 'Munich', 'München'],
  ['Italia', 'Italy', 'italiano', 'Italian'],
  ['Germania', 'Germany', 'tedesco', 'German'],
  ['Austria', 'austriaco', 'Austrian'],
  ['Belgio', 'Belgium', 'belga', 'Belgian'],
  ['Paesi Bassi', 'Netherlands', 'Olanda', 'Holland', 'olandese', 'Dutch'],
  ['Grecia', 'Greece', 'greco', 'Greek'],
  ['Francia', 'France', 'francese', 'French'],
  ['Spagna', 'Spain', 'spagnolo', 'Spanish'],
  ['Regno Unito', 'United Kingdom', 'Gran Bretagna', 'Inghilterra', 'Great Britain', 'England'],
  ['Svezia', 'Sweden', 'svedese', 'Swedish'],
  ['Europa', 'Europe', 'europeo', 'European'],
]

const plain = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
const byName = new Map(alike.flatMap((names) => names.map((name) => [plain(name), names] as const)))

/** Other names for a place name; none for places that have one name only. */
export function areaNames(name: string): readonly string[] {
  return byName.get(plain(name)) ?? []
}
