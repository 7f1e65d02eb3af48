import { expect, it } from 'vitest'
import { engineText } from './named-filters.ts'

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
