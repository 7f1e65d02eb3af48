import { expect, it } from 'vitest'
import { initialsOf } from './initials.ts'

it.each([
  ['Community Land Trust Brussels', ['clt', 'cltb']],
  ['Fondo per l’Asilo', []],
  ['Rete Housing First Italia', ['rhf', 'rhfi']],
  ['Una comunità che accoglie', []],
  ['il Piano Nazionale di Ripresa e Resilienza', ['pnr', 'pnrr']],
  ['Regione Toscana con Comune', []],
])('%s is also called %j', (text, expected) => {
  expect(initialsOf(text)).toEqual(expected)
})
