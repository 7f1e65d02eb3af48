import { describe, expect, it } from 'vitest'
import { fold } from './words.ts'
import { stem } from './stem.ts'

const stemOf = (word: string) => stem(fold(word))

describe('Stems', () => {
  it.each([
    'casa case',
    'patto patti',
    'città citta',
    'servizio servizi',
    'pubblico pubblica pubblici pubbliche',
    'amico amici amica amiche',
    'luogo luoghi',
    'famiglia famiglie',
    'straniero straniera stranieri straniere',
    'quartiere quartieri',
    'camera camere',
    'popolare popolari',
    'proprietario proprietaria proprietari proprietarie',
    'transizione transizioni',
    'abitativa abitativo abitative abitativi',
    'facilitatore facilitatrice facilitatori facilitatrici',
    'rifugiato rifugiata rifugiati rifugiate',
    'affitto affittare affittarla affittarlo affittarsi',
    'accoglienza accogliere accogliente',
    'assistente assistenti assistenza',
    'diverso diversi diverse',
    'appartamento appartamenti',
    'finanziamento finanziamenti',
    'protocollo protocolli protocol protocolo',
    'organisation organization organisations organizations',
    'neighbourhood neighborhood',
    'house houses',
    'city cities',
    'community communities',
    'tenant tenants',
    'share shared sharing shares',
    'service services',
    'homeless homelessness',
    'person persona persone people',
    'child children',
  ])('are one for: %s', (family) => {
    const stems = new Set(family.split(' ').map(stemOf))
    expect([...stems]).toHaveLength(1)
  })

  it.each([
    'casa CAS',
    'abitare abitazione',
    'stato stazione',
    'quarto quartiere',
    'strano straniero',
    'patto paternità',
    'pista Pisa',
    'comune comunità',
    'housing house',
  ])('stay apart for: %s', (pair) => {
    const [one, other] = pair.split(' ').map(stemOf)
    expect(one).not.toBe(other)
  })

  it.each(['sai', 'cas', 'erp', 'sds', 'ets', 'fami', 'sprar', 'siproimi'])('leave the acronym %s alone', (acronym) => {
    expect(stem(acronym)).toBe(acronym)
  })
})
