import type { SynonymRule } from './concepts.ts'

/**
 * Other names of places: foreign cities and countries as Italians and English speakers say them, and areas people name
 * that are not administrative. Each line lists names of one place, adjectives in lower case.
 */
const alike: readonly (readonly string[])[] = [
  ['Firenze', 'Florence', 'fiorentino', 'florentine'],
  ['Livorno', 'Leghorn', 'livornese'],
  ['Pisa', 'pisano'],
  ['Prato', 'pratese'],
  ['Pistoia', 'pistoiese'],
  ['Lucca', 'lucchese', 'Lucchesia'],
  ['Siena', 'senese'],
  ['Arezzo', 'aretino'],
  ['Grosseto', 'grossetano', 'Maremma'],
  ['Massa-Carrara', 'Massa e Carrara', 'apuano'],
  ['Toscana', 'Tuscany', 'toscano', 'tuscan'],
  ['Roma', 'Rome'],
  ['Milano', 'Milan'],
  ['Torino', 'Turin'],
  ['Genova', 'Genoa'],
  ['Venezia', 'Venice'],
  ['Napoli', 'Naples'],
  ['Padova', 'Padua'],
  ['Berlino', 'Berlin'],
  ['Vienna', 'Wien'],
  ['Bruxelles', 'Brussels'],
  ['Anversa', 'Antwerp', 'Antwerpen'],
  ['Atene', 'Athens'],
  ['Salonicco', 'Thessaloniki'],
  ['Parigi', 'Paris'],
  ['Barcellona', 'Barcelona'],
  ['Monaco di Baviera', 'Munich', 'München'],
  ['Italia', 'Italy', 'italiano', 'italian'],
  ['Germania', 'Germany', 'tedesco', 'german'],
  ['Austria', 'austriaco', 'austrian'],
  ['Belgio', 'Belgium', 'belga', 'belgian'],
  ['Paesi Bassi', 'Netherlands', 'Olanda', 'Holland', 'olandese', 'dutch'],
  ['Grecia', 'Greece', 'greco', 'greek'],
  ['Francia', 'France', 'francese', 'french'],
  ['Spagna', 'Spain', 'spagnolo', 'spanish'],
  ['Regno Unito', 'United Kingdom', 'Gran Bretagna', 'Inghilterra', 'Great Britain', 'England'],
  ['Svezia', 'Sweden', 'svedese', 'swedish'],
  ['Europa', 'Europe', 'europeo', 'european'],
  ['Unione europea', 'European Union', 'UE', 'EU'],
  ['Stoccarda', 'Stuttgart'],
  ['Amburgo', 'Hamburg'],
  ['Colonia', 'Köln', 'Cologne'],
  ['Lipsia', 'Leipzig'],
  ['Augusta', 'Augsburg'],
  ['Gand', 'Ghent', 'Gent'],
  ['Marsiglia', 'Marseille'],
  ['Lione', 'Lyon'],
  ['Lisbona', 'Lisbon', 'Lisboa'],
  ['Londra', 'London'],
  ['Copenaghen', 'Copenhagen'],
  ['Stoccolma', 'Stockholm'],
  ['Varsavia', 'Warsaw'],
  ['Praga', 'Prague'],
  ['Lubiana', 'Ljubljana'],
  ['Zagabria', 'Zagreb'],
  ['Candia', 'Heraklion', 'Iraklio'],
  ['Creta', 'Crete'],
  ['Fiandre', 'Flanders', 'Vlaanderen'],
  ['Catalogna', 'Catalonia'],
  ['Valdera', "Val d'Era"],
  ['Valdarno', "Val d'Arno"],
  ['Valdelsa', "Val d'Elsa"],
  ['Valdinievole', 'Val di Nievole'],
  ['Valdichiana', 'Val di Chiana'],
  ['Isola d’Elba', 'Elba'],
]

/**
 * As synonym rules: names of one place find each other wherever they are printed; adjectives (lower case) find the
 * place, but not the reverse, since "fiorentino" is also half of Sesto Fiorentino.
 */
export function areaRules(): SynonymRule[] {
  return alike.flatMap(([first = '', ...others]) =>
    others.map((other): SynonymRule => ({ typed: other, finds: first, how: /^\p{Lu}/u.test(other) ? 'both' : 'oneway' })),
  )
}
