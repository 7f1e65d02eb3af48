import { acronyms } from './acronyms.ts'

/**
 * One light stemmer for both languages. Records mix them (English titles of Italian projects, Italian names of bodies
 * in English texts), so a word must stem alike wherever it stands: the ending alone decides. Italian words end in a
 * vowel, English ones mostly in a consonant; an English word in -e loses it like an Italian one, so `house`, `houses`
 * meet. Aim: number and gender always, infinitives with their clitics, and the families -enza/-ente; not more, since
 * in this field `abitare`, `abitazione`, `abitativo` are different questions.
 */
export function stem(word: string): string {
  const irregular = irregulars.get(word)
  if (irregular) return irregular
  if (word.length < 4 || acronyms.has(word) || /[^a-z]/.test(word)) return word
  const spelt = oneSpelling(word)
  const stemmed = oneLetter(/[aeiou]$/.test(spelt) ? italian(spelt) : english(spelt))
  // A digit keeps `casa`, `case` apart from the acronym CAS.
  return stemmed.length < 4 ? `${stemmed}0` : stemmed
}

/** British and American: organisation and organization, neighbour and neighbor. */
function oneSpelling(word: string): string {
  if (word.length < 6) return word
  return word.replace(/is(?=(?:ations?|e|ed|es|ing|ers?)$)/, 'iz').replace(/our(?=(?:s|ed|ing|hoods?|able)?$)/, 'or')
}

/** Double letters are what people mistake most; long words lose nothing by it, and `protocollo` meets `protocol`. */
export const oneLetter = (stemmed: string): string => (stemmed.length < 8 ? stemmed : stemmed.replace(/([b-df-hj-np-tv-z])\1/g, '$1'))

const irregulars: ReadonlyMap<string, string> = new Map(
  Object.entries({
    children: 'child',
    people: 'person',
    women: 'woman',
    men: 'man',
    uomini: 'uomo',
    uomo: 'uomo',
    lives: 'life',
    wives: 'wife',
    memoranda: 'memorandum',
    center: 'centr',
    centers: 'centr',
  }),
)

const clitics = /^(.{2,}(?:(?:ar|ir)(?:si|lo|la|li|le|gli|ci|ne)|er(?:si|lo|la|li|le|gli)))$/
/** Adjectives and nouns in -ersi, -ersi that only look like verbs: diversi, universi, immersi. */
const notVerbs = /[vmp]ersi$/
/** Not -menti: those are the plural of -mento. */
const families = /(?:enz[ae]|(?<!m)ent[ei]|anz[ae])$/
const agents = /(?:ar[aeio]|ari[aeo]|er[aeio]|ir[aeio])$/

function italian(word: string): string {
  const verb = clitics.test(word) && !notVerbs.test(word) ? word.replace(/(?:si|lo|la|li|le|gli|ci|ne)$/, 'e') : word
  if (/tric[ei]$/.test(verb) && verb.length >= 8) return `${verb.slice(0, -5)}tor`
  for (const ending of [families, agents]) {
    const cut = verb.replace(ending, '')
    if (cut !== verb && cut.length >= 4) return cut
  }
  return trim(verb.slice(0, -1))
}

/** servizi|o, famigli|a, pubblich|e: the i and the h that only serve the vowel go too. */
function trim(cut: string): string {
  const withoutI = cut.length > 3 && cut.endsWith('i') ? cut.slice(0, -1) : cut
  return withoutI.length > 3 && /[cg]h$/.test(withoutI) ? withoutI.slice(0, -1) : withoutI
}

const whole = new Set(['housing', 'cohousing', 'building', 'meeting', 'setting', 'during', 'campus', 'welfare', 'news'])

function english(word: string): string {
  if (whole.has(word)) return word
  if (word.endsWith('ness') && word.length > 7) return english(word.slice(0, -4))
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}i`
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}i`
  if (/(?:ss|x|ch|sh)es$/.test(word)) return word.slice(0, -2)
  if (/[^suio]s$/.test(word) && word.length > 3) return stem(word.slice(0, -1)).replace(/0$/, '')
  for (const ending of ['ing', 'ed']) {
    const cut = word.slice(0, -ending.length)
    if (word.endsWith(ending) && cut.length >= 4 && /[aeiou]/.test(cut)) return trim(cut.replace(/([bdgmnprt])\1$/, '$1'))
  }
  return word
}
