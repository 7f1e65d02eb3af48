import { expect, it } from 'vitest'
import { engineQuestion, engineText } from './named-filters.ts'

it.each([
  ['ente:caritas', '"caritas"'],
  ['casa ente:"Oxfam Italia" giovani', 'casa "Oxfam Italia" giovani'],
  ['Autore:arci AUTHOR:anci', '"arci" "anci"'],
  ['casa -ente:caritas', 'casa -"caritas"'],
  ['ente: caritas', '"caritas"'],
  ['«ente» e territorio', '«ente» e territorio'],
  ['presente:ieri', 'presente:ieri'],
  ['ente:', 'ente:'],
  ['', ''],
])('%s asks for %s', (typed, asked) => expect(engineText(typed)).toBe(asked))

it('tells the names of bodies apart, without those left out', () => {
  expect(engineQuestion('casa ente:caritas autore:"Oxfam Italia" -ente:arci')).toEqual({
    text: 'casa "caritas" "Oxfam Italia" -"arci"',
    bodies: ['caritas', 'Oxfam Italia'],
  })
})
